// SPDX-License-Identifier: Apache-2.0
#include "sessions/storage/SessionRepository.h"

namespace congvu::core {

namespace {

SessionRecord recordFrom(const db::Row& row) {
    SessionRecord session;
    session.id = row.string(0);
    session.tokenHash = row.string(1);
    session.personId = row.string(2);
    session.postId = row.string(3);
    session.csrfToken = row.string(4);
    session.createdAt = row.time(5);
    session.lastSeenAt = row.time(6);
    session.address = row.string(7);
    session.userAgent = row.string(8);
    session.mandateId = row.string(9);
    return session;
}

std::pair<std::string, std::string> removedFrom(const db::Row& row) {
    return {row.string(0), row.string(1)};
}

}  // namespace

void SessionRepository::insert(db::Tx& tx, const SessionRecord& session) const {
    tx.execute(R"(
        INSERT INTO core_session (id, token_hash, person_id, post_id, csrf_token, created_at, last_seen_at, address, user_agent)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
               {session.id, session.tokenHash, session.personId, session.postId, session.csrfToken, session.createdAt, session.lastSeenAt,
                session.address, session.userAgent});
}

std::optional<SessionRecord> SessionRepository::byTokenHash(db::Reader& reader, std::string_view tokenHash) const {
    return reader.one(R"(
        SELECT id, token_hash, person_id, post_id, csrf_token, created_at, last_seen_at, address, user_agent, mandate_id
        FROM core_session WHERE token_hash = $1)",
                      {tokenHash}, recordFrom);
}

std::vector<SessionRecord> SessionRepository::ofPerson(db::Reader& reader, std::string_view personId) const {
    return reader.list(R"(
        SELECT id, token_hash, person_id, post_id, csrf_token, created_at, last_seen_at, address, user_agent, mandate_id
        FROM core_session WHERE person_id = $1 ORDER BY id DESC LIMIT 200)",
                       {personId}, recordFrom);
}

void SessionRepository::setPost(db::Tx& tx, std::string_view sessionId, std::string_view postId, std::string_view mandateId) const {
    tx.execute("UPDATE core_session SET post_id = $2, mandate_id = $3 WHERE id = $1", {sessionId, postId, mandateId});
}

void SessionRepository::setLastSeen(db::Tx& tx, const std::vector<std::pair<std::string, Timestamp>>& seen) const {
    for (const auto& [id, at] : seen) {
        tx.execute("UPDATE core_session SET last_seen_at = $2 WHERE id = $1 AND last_seen_at < $2", {id, at});
    }
}

SessionRepository::Removed SessionRepository::remove(db::Tx& tx, std::string_view personId, std::string_view sessionId) const {
    return tx.list("DELETE FROM core_session WHERE person_id = $1 AND id = $2 RETURNING id, token_hash", {personId, sessionId},
                   removedFrom);
}

SessionRepository::Removed SessionRepository::removeAllBut(db::Tx& tx, std::string_view personId, std::string_view keptSessionId) const {
    return tx.list("DELETE FROM core_session WHERE person_id = $1 AND id <> $2 RETURNING id, token_hash", {personId, keptSessionId},
                   removedFrom);
}

SessionRepository::Removed SessionRepository::removeOver(db::Tx& tx, Timestamp lastSeenBefore, Timestamp createdBefore) const {
    return tx.list("DELETE FROM core_session WHERE last_seen_at < $1 OR created_at < $2 RETURNING id, token_hash",
                   {lastSeenBefore, createdBefore}, removedFrom);
}

}  // namespace congvu::core
