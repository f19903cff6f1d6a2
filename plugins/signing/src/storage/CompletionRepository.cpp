// SPDX-License-Identifier: Apache-2.0
#include "storage/CompletionRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::signingdesk {

namespace {

Completion completionOf(const db::Row& row) {
    return {row.string(0),  row.string(1), row.string(2),
            row.string(3),  row.string(4), json::enumFrom<CompletionState>(row.text(5)).value_or(CompletionState::givenUp),
            row.integer(6), row.time(7),   row.string(8),
            row.time(9)};
}

}  // namespace

void CompletionRepository::insert(db::Tx& tx, const Completion& completion) const {
    tx.execute(R"sql(
        INSERT INTO signing_completion (request_id, agency_id, key_id, target, reached, state, attempts, next_at, error, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10))sql",
               {completion.requestId, completion.agencyId, completion.keyId, completion.target, completion.reached,
                json::nameOf(completion.state), completion.attempts, completion.nextAt, completion.error, completion.createdAt});
}

std::optional<Completion> CompletionRepository::find(db::Reader& reader, std::string_view requestId) const {
    return reader.one(R"sql(
        SELECT request_id, agency_id, key_id, target, reached, state, attempts, next_at, error, created_at
        FROM signing_completion WHERE request_id = $1)sql",
                      {requestId}, completionOf);
}

std::vector<Completion> CompletionRepository::due(db::Reader& reader, CompletionState state, Timestamp now, std::int64_t limit) const {
    return reader.list(R"sql(
        SELECT request_id, agency_id, key_id, target, reached, state, attempts, next_at, error, created_at
        FROM signing_completion WHERE state = $1 AND next_at <= $2
        ORDER BY next_at, request_id LIMIT $3)sql",
                       {json::nameOf(state), now, limit}, completionOf);
}

void CompletionRepository::update(db::Tx& tx, const Completion& completion) const {
    tx.execute(R"sql(
        UPDATE signing_completion SET reached = $2, state = $3, attempts = $4, next_at = $5, error = $6 WHERE request_id = $1)sql",
               {completion.requestId, completion.reached, json::nameOf(completion.state), completion.attempts, completion.nextAt,
                completion.error});
}

}  // namespace congvu::signingdesk
