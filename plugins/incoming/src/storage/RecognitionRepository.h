// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// A page that waits to be recognised.
struct WaitingPage {
    std::string proposalId;
    int page = 1;
    std::int64_t starts = 0;  ///< how often it was begun and not ended
};

/// How many pages of a file are in which state.
struct PageCounts {
    std::int64_t waiting = 0;
    std::int64_t failed = 0;
};

/// All SQL of incoming_recognition and incoming_recognition_page.
class RecognitionRepository {
public:
    void insert(db::Tx& tx, std::string_view proposalId, std::string_view agencyId, const std::vector<int>& pages) const;
    /// The page to recognise next, of all agencies: first pages first, then by the age of their files.
    [[nodiscard]] std::optional<WaitingPage> next(db::Reader& reader) const;
    /// Counts a start. False when the page waits no more.
    [[nodiscard]] bool begin(db::Tx& tx, const WaitingPage& page) const;
    /// Keeps what was recognised. False when the page waits no more.
    [[nodiscard]] bool finish(db::Tx& tx, const WaitingPage& page, std::string_view content) const;
    /// Gives a page up. False when the page waits no more.
    [[nodiscard]] bool fail(db::Tx& tx, const WaitingPage& page) const;
    [[nodiscard]] PageCounts counts(db::Reader& reader, std::string_view proposalId) const;
    /// What was recognised on the finished pages, in order.
    [[nodiscard]] std::vector<std::string> contents(db::Reader& reader, std::string_view proposalId) const;
    /// All pages are done: what was recognised is not kept.
    void complete(db::Tx& tx, std::string_view proposalId) const;
    /// Ends with a failure; pages that still wait are given up.
    void giveUp(db::Tx& tx, std::string_view proposalId, std::string_view failure) const;
    /// Puts the failed pages of a failed file back into the queue. False when it has not failed.
    [[nodiscard]] bool retry(db::Tx& tx, std::string_view proposalId) const;
    void remove(db::Tx& tx, std::string_view proposalId) const;

private:
    [[nodiscard]] bool end(db::Tx& tx, const WaitingPage& page, std::string_view state, std::string_view content) const;
};

}  // namespace congvu::incoming
