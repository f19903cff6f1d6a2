// SPDX-License-Identifier: Apache-2.0
#include "storage/KeyRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::signingdesk {

namespace {

SigningKey keyOf(const db::Row& row) {
    SigningKey key;
    key.id = row.string(0);
    key.owner = json::enumFrom<KeyOwner>(row.text(1)).value_or(KeyOwner::person);
    key.personId = row.optionalString(2);
    key.agencyId = row.string(3);
    key.label = row.string(4);
    key.certificatePem = row.string(5);
    key.chainPem = row.string(6);
    key.sealedHex = row.string(7);
    key.subject = row.string(8);
    key.issuer = row.string(9);
    key.serial = row.string(10);
    key.notBefore = row.time(11);
    key.notAfter = row.time(12);
    key.imageFileId = row.optionalString(13);
    key.wrongPins = row.integer(14);
    key.state = json::enumFrom<KeyState>(row.text(15)).value_or(KeyState::removed);
    key.createdAt = row.time(16);
    key.kind = json::enumFrom<KeyKind>(row.text(17)).value_or(KeyKind::server);
    return key;
}

}  // namespace

void KeyRepository::insert(db::Tx& tx, const SigningKey& key) const {
    tx.execute(R"sql(
        INSERT INTO signing_key (id, owner_kind, person_id, agency_id, label, certificate_pem, chain_pem, sealed_hex, subject, issuer, serial,
                                 not_before, not_after, image_file_id, failed_attempts, state, created_at, kind)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18))sql",
               {key.id, json::nameOf(key.owner), key.personId, key.agencyId, key.label, key.certificatePem, key.chainPem, key.sealedHex,
                key.subject, key.issuer, key.serial, key.notBefore, key.notAfter, key.imageFileId, key.wrongPins, json::nameOf(key.state),
                key.createdAt, json::nameOf(key.kind)});
}

std::optional<SigningKey> KeyRepository::find(db::Reader& reader, std::string_view id) const {
    return reader.one(R"sql(
        SELECT id, owner_kind, person_id, agency_id, label, certificate_pem, chain_pem, sealed_hex, subject, issuer, serial, not_before, not_after,
               image_file_id, failed_attempts, state, created_at, kind
        FROM signing_key WHERE id = $1)sql",
                      {id}, keyOf);
}

std::vector<SigningKey> KeyRepository::listFor(db::Reader& reader, std::string_view personId, std::string_view agencyId) const {
    return reader.list(R"sql(
        SELECT id, owner_kind, person_id, agency_id, label, certificate_pem, chain_pem, sealed_hex, subject, issuer, serial, not_before, not_after,
               image_file_id, failed_attempts, state, created_at, kind
        FROM signing_key
        WHERE state <> 'removed' AND (person_id = $1 OR (agency_id = $2 AND owner_kind = 'agency'))
        ORDER BY created_at DESC, id DESC LIMIT 100)sql",
                       {personId, agencyId}, keyOf);
}

std::vector<SigningKey> KeyRepository::listOfAgency(db::Reader& reader, std::string_view agencyId) const {
    return reader.list(R"sql(
        SELECT id, owner_kind, person_id, agency_id, label, certificate_pem, chain_pem, sealed_hex, subject, issuer, serial, not_before, not_after,
               image_file_id, failed_attempts, state, created_at, kind
        FROM signing_key
        WHERE agency_id = $1 AND state <> 'removed'
        ORDER BY created_at DESC, id DESC LIMIT 500)sql",
                       {agencyId}, keyOf);
}

std::vector<SigningKey> KeyRepository::endingBetween(db::Reader& reader, Timestamp from, Timestamp until) const {
    return reader.list(R"sql(
        SELECT id, owner_kind, person_id, agency_id, label, certificate_pem, chain_pem, sealed_hex, subject, issuer, serial, not_before, not_after,
               image_file_id, failed_attempts, state, created_at, kind
        FROM signing_key
        WHERE state IN ('active', 'locked') AND not_after > $1 AND not_after <= $2
        ORDER BY not_after, id LIMIT 10000)sql",
                       {from, until}, keyOf);
}

bool KeyRepository::countWrongPin(db::Tx& tx, std::string_view id) const {
    return tx.execute(R"sql(
        UPDATE signing_key
        SET failed_attempts = failed_attempts + 1, state = CASE WHEN failed_attempts + 1 >= $2 THEN 'locked' ELSE state END
        WHERE id = $1 AND state = 'active')sql",
                      {id, kMaximumWrongPins}) == 1;
}

bool KeyRepository::clearWrongPins(db::Tx& tx, std::string_view id) const {
    return tx.execute("UPDATE signing_key SET failed_attempts = 0 WHERE id = $1 AND state = 'active'", {id}) == 1;
}

void KeyRepository::unlock(db::Tx& tx, std::string_view id) const {
    tx.execute(R"sql(UPDATE signing_key SET failed_attempts = 0, state = 'active' WHERE id = $1 AND state = 'locked')sql", {id});
}

void KeyRepository::remove(db::Tx& tx, std::string_view id) const {
    tx.execute(R"sql(UPDATE signing_key SET state = 'removed', sealed_hex = '', image_file_id = NULL WHERE id = $1)sql", {id});
}

void KeyRepository::setSealed(db::Tx& tx, std::string_view id, std::string_view sealedHex) const {
    tx.execute(R"sql(UPDATE signing_key SET sealed_hex = $2 WHERE id = $1 AND state <> 'removed')sql", {id, sealedHex});
}

void KeyRepository::setImage(db::Tx& tx, std::string_view id, std::string_view fileId) const {
    tx.execute(R"sql(UPDATE signing_key SET image_file_id = $2 WHERE id = $1 AND state <> 'removed')sql", {id, fileId});
}

}  // namespace congvu::signingdesk
