// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sessions/domain/SessionRecord.h"
#include "shared/domain/StringMap.h"

#include <array>
#include <atomic>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::core {

/// Known sessions by the hash of their token, in sixteen parts so that requests do not wait for each other. Thread-safe.
class SessionCache {
public:
    /// A copy with lastSeenAt as it was before this call; the session counts as seen now.
    [[nodiscard]] std::optional<SessionRecord> findAndTouch(std::string_view tokenHash, Timestamp now, const SessionLimits& limits);

    /// Take it before a session is read from the database and hand it to putIfCurrent: a session that was revoked in between stays out.
    [[nodiscard]] std::uint64_t revocations() const { return revocations_.load(); }
    void putIfCurrent(const SessionRecord& session, std::uint64_t revocationsBefore);

    void remove(std::string_view tokenHash);
    void setPost(std::string_view tokenHash, std::string_view postId, std::string_view mandateId);
    void clear();

    /// Sessions that were seen since they were last written, with the time; they count as written afterwards.
    [[nodiscard]] std::vector<std::pair<std::string, Timestamp>> takeSeen();

private:
    struct Entry {
        SessionRecord session;
        Timestamp writtenAt;  ///< lastSeenAt as the database has it
    };
    struct Part {
        std::mutex mutex;
        StringMap<Entry> entries;
    };
    [[nodiscard]] Part& partOf(std::string_view tokenHash);

    std::array<Part, 16> parts_;
    std::atomic<std::uint64_t> revocations_{0};
};

}  // namespace congvu::core
