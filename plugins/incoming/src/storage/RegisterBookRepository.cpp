// SPDX-License-Identifier: Apache-2.0
#include "storage/RegisterBookRepository.h"

#include "congvu/ids/Id.h"

#include <sstream>

namespace congvu::incoming {

namespace {

constexpr std::string_view kBookColumns = "code, version, name, type_ids, is_secret, is_active, position";

/// Ids of types hold no blanks.
std::string joinedIds(const std::vector<std::string>& ids) {
    std::string text;
    for (const auto& id : ids) {
        text += text.empty() ? id : ' ' + id;
    }
    return text;
}

RegisterBook bookOf(const db::Row& row) {
    RegisterBook book;
    book.code = row.string(0);
    book.version = row.integer(1);
    book.name = row.string(2);
    std::istringstream ids{row.string(3)};
    for (std::string id; ids >> id;) {
        book.typeIds.push_back(id);
    }
    book.isSecret = row.boolean(4);
    book.isActive = row.boolean(5);
    book.position = row.integer(6);
    return book;
}

}  // namespace

std::vector<RegisterBook> RegisterBookRepository::ofAgency(db::Reader& reader, std::string_view agencyId) const {
    return reader.list(
        "SELECT " + std::string{kBookColumns} + " FROM incoming_register WHERE agency_id = $1 ORDER BY position, code LIMIT 100",
        {agencyId}, bookOf);
}

std::optional<RegisterBook> RegisterBookRepository::find(db::Reader& reader, std::string_view agencyId, std::string_view code) const {
    return reader.one("SELECT " + std::string{kBookColumns} + " FROM incoming_register WHERE agency_id = $1 AND code = $2",
                      {agencyId, code}, bookOf);
}

bool RegisterBookRepository::insert(db::Tx& tx, std::string_view agencyId, const RegisterBook& book) const {
    const auto ids = joinedIds(book.typeIds);
    return tx.execute(R"sql(
        INSERT INTO incoming_register (id, agency_id, code, version, name, type_ids, is_secret, is_active, position)
        VALUES ($1, $2, $3, 1, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING
    )sql",
                      {newId(), agencyId, book.code, book.name, ids, book.isSecret, book.isActive, book.position}) == 1;
}

bool RegisterBookRepository::update(db::Tx& tx, std::string_view agencyId, const RegisterBook& book) const {
    const auto ids = joinedIds(book.typeIds);
    return tx.execute(R"sql(
        UPDATE incoming_register SET version = version + 1, name = $4, type_ids = $5, is_active = $6
        WHERE agency_id = $1 AND code = $2 AND version = $3
    )sql",
                      {agencyId, book.code, book.version, book.name, ids, book.isActive}) == 1;
}

}  // namespace congvu::incoming
