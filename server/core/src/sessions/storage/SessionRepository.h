// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "sessions/domain/SessionRecord.h"

#include "congvu/db/Tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::core {

/// All SQL of sessions.
class SessionRepository {
public:
    void insert(db::Tx& tx, const SessionRecord& session) const;
    [[nodiscard]] std::optional<SessionRecord> byTokenHash(db::Reader& reader, std::string_view tokenHash) const;
    /// Newest first, at most 200.
    [[nodiscard]] std::vector<SessionRecord> ofPerson(db::Reader& reader, std::string_view personId) const;
    void setPost(db::Tx& tx, std::string_view sessionId, std::string_view postId, std::string_view mandateId) const;
    /// Session id and time of the last request of each.
    void setLastSeen(db::Tx& tx, const std::vector<std::pair<std::string, Timestamp>>& seen) const;

    /// What was removed: session ids and token hashes.
    using Removed = std::vector<std::pair<std::string, std::string>>;
    [[nodiscard]] Removed remove(db::Tx& tx, std::string_view personId, std::string_view sessionId) const;
    /// All of a person but one (empty: all).
    [[nodiscard]] Removed removeAllBut(db::Tx& tx, std::string_view personId, std::string_view keptSessionId) const;
    [[nodiscard]] Removed removeOver(db::Tx& tx, Timestamp lastSeenBefore, Timestamp createdBefore) const;
};

}  // namespace congvu::core
