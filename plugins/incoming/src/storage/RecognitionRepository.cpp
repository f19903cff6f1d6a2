// SPDX-License-Identifier: Apache-2.0
#include "storage/RecognitionRepository.h"

namespace congvu::incoming {

void RecognitionRepository::insert(db::Tx& tx, std::string_view proposalId, std::string_view agencyId,
                                   const std::vector<int>& pages) const {
    tx.execute(R"sql(
        INSERT INTO incoming_recognition (proposal_id, agency_id, state, failure, pages_total, pages_done) VALUES ($1, $2, 'queued', '', $3, 0)
    )sql",
               {proposalId, agencyId, pages.size()});
    for (const int page : pages) {
        tx.execute(R"sql(
            INSERT INTO incoming_recognition_page (proposal_id, page, state, starts, content) VALUES ($1, $2, 'waiting', 0, '')
        )sql",
                   {proposalId, page});
    }
}

std::optional<WaitingPage> RecognitionRepository::next(db::Reader& reader) const {
    return reader.one(R"sql(
        SELECT proposal_id, page, starts FROM incoming_recognition_page WHERE state = 'waiting' ORDER BY page, proposal_id LIMIT 1
    )sql",
                      {}, [](const db::Row& row) {
                          return WaitingPage{row.string(0), static_cast<int>(row.integer(1)), row.integer(2)};
                      });
}

bool RecognitionRepository::begin(db::Tx& tx, const WaitingPage& page) const {
    return tx.execute(R"sql(
        UPDATE incoming_recognition_page SET starts = starts + 1 WHERE proposal_id = $1 AND page = $2 AND state = 'waiting'
    )sql",
                      {page.proposalId, page.page}) == 1;
}

bool RecognitionRepository::finish(db::Tx& tx, const WaitingPage& page, std::string_view content) const {
    return end(tx, page, "done", content);
}

bool RecognitionRepository::fail(db::Tx& tx, const WaitingPage& page) const {
    return end(tx, page, "failed", {});
}

bool RecognitionRepository::end(db::Tx& tx, const WaitingPage& page, std::string_view state, std::string_view content) const {
    const auto ended = tx.execute(R"sql(
        UPDATE incoming_recognition_page SET state = $3, content = $4 WHERE proposal_id = $1 AND page = $2 AND state = 'waiting'
    )sql",
                                  {page.proposalId, page.page, state, content});
    tx.execute("UPDATE incoming_recognition SET pages_done = pages_done + $2 WHERE proposal_id = $1", {page.proposalId, ended});
    return ended == 1;
}

PageCounts RecognitionRepository::counts(db::Reader& reader, std::string_view proposalId) const {
    const auto counted = reader.one(R"sql(
        SELECT COUNT(CASE WHEN state = 'waiting' THEN 1 END), COUNT(CASE WHEN state = 'failed' THEN 1 END)
        FROM incoming_recognition_page WHERE proposal_id = $1
    )sql",
                                    {proposalId}, [](const db::Row& row) {
                                        return PageCounts{row.integer(0), row.integer(1)};
                                    });
    return counted.value_or(PageCounts{});
}

std::vector<std::string> RecognitionRepository::contents(db::Reader& reader, std::string_view proposalId) const {
    return reader.list(R"sql(
        SELECT content FROM incoming_recognition_page WHERE proposal_id = $1 AND state = 'done' ORDER BY page LIMIT 2000
    )sql",
                       {proposalId}, [](const db::Row& row) { return row.string(0); });
}

void RecognitionRepository::complete(db::Tx& tx, std::string_view proposalId) const {
    tx.execute("DELETE FROM incoming_recognition_page WHERE proposal_id = $1", {proposalId});
    tx.execute("UPDATE incoming_recognition SET state = 'done', failure = '' WHERE proposal_id = $1", {proposalId});
}

void RecognitionRepository::giveUp(db::Tx& tx, std::string_view proposalId, std::string_view failure) const {
    const auto left =
        tx.execute("UPDATE incoming_recognition_page SET state = 'failed' WHERE proposal_id = $1 AND state = 'waiting'", {proposalId});
    tx.execute("UPDATE incoming_recognition SET state = 'failed', failure = $2, pages_done = pages_done + $3 WHERE proposal_id = $1",
               {proposalId, failure, left});
}

bool RecognitionRepository::retry(db::Tx& tx, std::string_view proposalId) const {
    const auto isRetried =
        tx.execute("UPDATE incoming_recognition SET state = 'queued', failure = '' WHERE proposal_id = $1 AND state = 'failed'",
                   {proposalId}) == 1;
    if (isRetried) {
        const auto again = tx.execute(R"sql(
            UPDATE incoming_recognition_page SET state = 'waiting', starts = 0 WHERE proposal_id = $1 AND state = 'failed'
        )sql",
                                      {proposalId});
        tx.execute("UPDATE incoming_recognition SET pages_done = pages_done - $2 WHERE proposal_id = $1", {proposalId, again});
    }
    return isRetried;
}

void RecognitionRepository::remove(db::Tx& tx, std::string_view proposalId) const {
    tx.execute("DELETE FROM incoming_recognition_page WHERE proposal_id = $1", {proposalId});
    tx.execute("DELETE FROM incoming_recognition WHERE proposal_id = $1", {proposalId});
}

}  // namespace congvu::incoming
