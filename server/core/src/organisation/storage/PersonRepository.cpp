// SPDX-License-Identifier: Apache-2.0
#include "organisation/storage/PersonRepository.h"

#include "organisation/domain/UsernameKey.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"
#include "congvu/text/Text.h"

namespace congvu::core {

namespace {

Credentials credentialsFrom(const db::Row& row) {
    return {row.string(0), row.string(1), json::enumFrom<PersonStatus>(row.text(2)).value_or(PersonStatus::disabled)};
}

}  // namespace

bool PersonRepository::insert(db::Tx& tx, const Person& person, std::string_view passwordHash, Timestamp createdAt) const {
    return tx.execute(R"(
        INSERT INTO core_person (id, agency_id, name, folded, sort_key, username, username_key, email, phone, password_hash,
                                 must_change_password, status, locale, theme, density, version, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 1, $16)
        ON CONFLICT (username_key) DO NOTHING)",
                      {person.id, person.agencyId, person.name, text::fold(person.name), text::sortKey(person.name), person.username,
                       usernameKey(person.username), person.email, person.phone, passwordHash, person.mustChangePassword,
                       json::nameOf(person.status), person.locale, person.theme, person.density, createdAt}) == 1;
}

std::optional<Person> PersonRepository::find(db::Reader& reader, std::string_view id) const {
    return reader.one("SELECT id, name, username, email, phone, status, version FROM core_person WHERE id = $1", {id},
                      [](const db::Row& row) {
                          Person person;
                          person.id = row.string(0);
                          person.name = row.string(1);
                          person.username = row.string(2);
                          person.email = row.string(3);
                          person.phone = row.string(4);
                          person.status = json::enumFrom<PersonStatus>(row.text(5)).value_or(PersonStatus::disabled);
                          person.version = row.integer(6);
                          return person;
                      });
}

bool PersonRepository::update(db::Tx& tx, const Person& person, std::int64_t expectedVersion) const {
    return tx.execute(R"(
        UPDATE core_person SET name = $3, folded = $4, sort_key = $5, email = $6, phone = $7, status = $8, version = version + 1
        WHERE id = $1 AND version = $2)",
                      {person.id, expectedVersion, person.name, text::fold(person.name), text::sortKey(person.name), person.email,
                       person.phone, json::nameOf(person.status)}) == 1;
}

bool PersonRepository::anyPerson(db::Reader& reader) const {
    return reader.exists("SELECT 1 FROM core_person LIMIT 1", {});
}

std::optional<Credentials> PersonRepository::credentialsOf(db::Reader& reader, std::string_view usernameKey) const {
    return reader.one("SELECT id, password_hash, status FROM core_person WHERE username_key = $1", {usernameKey}, credentialsFrom);
}

std::optional<Credentials> PersonRepository::credentialsOfPerson(db::Reader& reader, std::string_view personId) const {
    return reader.one("SELECT id, password_hash, status FROM core_person WHERE id = $1", {personId}, credentialsFrom);
}

void PersonRepository::setPassword(db::Tx& tx, std::string_view personId, std::string_view passwordHash, bool mustChange) const {
    tx.execute("UPDATE core_person SET password_hash = $2, must_change_password = $3, version = version + 1 WHERE id = $1",
               {personId, passwordHash, mustChange});
}

void PersonRepository::setPreferences(db::Tx& tx, const Person& person) const {
    tx.execute("UPDATE core_person SET locale = $2, theme = $3, density = $4 WHERE id = $1",
               {person.id, person.locale, person.theme, person.density});
}

}  // namespace congvu::core
