// SPDX-License-Identifier: Apache-2.0
#include "storage/PreparedRepository.h"

namespace congvu::signingdesk {

namespace {

PreparedDocument preparedOf(const db::Row& row) {
    return {row.string(0), row.string(1), row.string(2), row.string(3), row.string(4), row.optionalString(5), row.time(6)};
}

}  // namespace

void PreparedRepository::insert(db::Tx& tx, const PreparedDocument& prepared) const {
    tx.execute(
        R"sql(
        INSERT INTO signing_prepared (id, request_id, person_id, post_id, key_id, state_file_id, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7))sql",
        {prepared.id, prepared.requestId, prepared.personId, prepared.postId, prepared.keyId, prepared.stateFileId, prepared.expiresAt});
}

std::optional<PreparedDocument> PreparedRepository::find(db::Reader& reader, const http::Caller& caller, std::string_view id,
                                                         Timestamp now) const {
    return reader.one(R"sql(
        SELECT id, request_id, person_id, post_id, key_id, state_file_id, expires_at
        FROM signing_prepared WHERE id = $1 AND person_id = $2 AND post_id = $3 AND expires_at > $4)sql",
                      {id, caller.personId, caller.postId, now}, preparedOf);
}

std::optional<PreparedDocument> PreparedRepository::findOfRequest(db::Reader& reader, const http::Caller& caller,
                                                                  std::string_view requestId) const {
    return reader.one(R"sql(
        SELECT id, request_id, person_id, post_id, key_id, state_file_id, expires_at
        FROM signing_prepared WHERE request_id = $1 AND person_id = $2 AND post_id = $3)sql",
                      {requestId, caller.personId, caller.postId}, preparedOf);
}

std::vector<PreparedDocument> PreparedRepository::expired(db::Reader& reader, Timestamp now, std::int64_t limit) const {
    return reader.list(R"sql(
        SELECT id, request_id, person_id, post_id, key_id, state_file_id, expires_at
        FROM signing_prepared WHERE expires_at <= $1 ORDER BY expires_at, id LIMIT $2)sql",
                       {now, limit}, preparedOf);
}

void PreparedRepository::close(db::Tx& tx, std::string_view id) const {
    tx.execute("UPDATE signing_prepared SET state_file_id = NULL WHERE id = $1", {id});
}

void PreparedRepository::remove(db::Tx& tx, std::string_view id) const {
    tx.execute("DELETE FROM signing_prepared WHERE id = $1", {id});
}

}  // namespace congvu::signingdesk
