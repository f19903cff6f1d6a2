// SPDX-License-Identifier: Apache-2.0
#include "storage/ChallengeRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::signingdesk {

namespace {

TokenChallenge challengeOf(const db::Row& row) {
    return {row.string(0), row.string(1), row.string(2), json::enumFrom<KeyOwner>(row.text(3)).value_or(KeyOwner::person),
            row.string(4), row.string(5), row.string(6), row.time(7)};
}

}  // namespace

void ChallengeRepository::insert(db::Tx& tx, const TokenChallenge& challenge) const {
    tx.execute("DELETE FROM signing_token_challenge WHERE person_id = $1", {challenge.personId});
    tx.execute(R"sql(
        INSERT INTO signing_token_challenge (id, person_id, agency_id, owner_kind, certificate_pem, chain_pem, statement, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql",
               {challenge.id, challenge.personId, challenge.agencyId, json::nameOf(challenge.owner), challenge.certificatePem,
                challenge.chainPem, challenge.statement, challenge.expiresAt});
}

std::optional<TokenChallenge> ChallengeRepository::take(db::Tx& tx, const http::Caller& caller, std::string_view id, Timestamp now) const {
    auto found = tx.one(R"sql(
        SELECT id, person_id, agency_id, owner_kind, certificate_pem, chain_pem, statement, expires_at
        FROM signing_token_challenge WHERE id = $1 AND person_id = $2 AND agency_id = $3 AND expires_at > $4)sql",
                        {id, caller.personId, caller.agencyId, now}, challengeOf);
    if (found) {
        tx.execute("DELETE FROM signing_token_challenge WHERE id = $1", {id});
    }
    return found;
}

void ChallengeRepository::removeExpired(db::Tx& tx, Timestamp now) const {
    tx.execute("DELETE FROM signing_token_challenge WHERE expires_at <= $1", {now});
}

}  // namespace congvu::signingdesk
