// SPDX-License-Identifier: Apache-2.0
#include "registers/storage/RegisterRepository.h"

#include "shared/storage/Conditions.h"
#include "shared/storage/CursorNumber.h"

namespace congvu::core {

std::pair<std::string, std::int64_t> RegisterRepository::raise(db::Tx& tx, const registers::Sequence& sequence) const {
    // Two statements: SQLite makes a table in memory for every RETURNING. The first locks the row until the commit.
    tx.execute(R"(
        INSERT INTO core_register (id, agency_id, register_id, year, group_key, last_number) VALUES ($1, $2, $3, $4, $5, 1)
        ON CONFLICT (agency_id, register_id, year, group_key) DO UPDATE SET last_number = core_register.last_number + 1)",
               {newId(), sequence.agencyId, sequence.registerId, sequence.year, sequence.group});
    return *tx.one(R"(
        SELECT id, last_number FROM core_register WHERE agency_id = $1 AND register_id = $2 AND year = $3 AND group_key = $4)",
                   {sequence.agencyId, sequence.registerId, sequence.year, sequence.group}, [](const db::Row& row) {
                       return std::pair{row.string(0), row.integer(1)};
                   });
}

void RegisterRepository::insertNumber(db::Tx& tx, const GivenNumber& given, const EntityRef& entity, Timestamp at) const {
    tx.execute(R"(
        INSERT INTO core_register_number (register_row_id, number, status, plugin, entity_type, entity_id, at, reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))",
               {given.registerRowId, given.number, given.status, entity.plugin, entity.type, entity.id, at, given.reason});
}

bool RegisterRepository::use(db::Tx& tx, const registers::Sequence& sequence, std::int64_t number, const EntityRef& entity,
                             Timestamp at) const {
    return tx.execute(R"(
        UPDATE core_register_number SET status = 'used', plugin = $6, entity_type = $7, entity_id = $8, at = $9
        WHERE number = $5 AND status = 'reserved' AND register_row_id IN (
            SELECT id FROM core_register WHERE agency_id = $1 AND register_id = $2 AND year = $3 AND group_key = $4))",
                      {sequence.agencyId, sequence.registerId, sequence.year, sequence.group, number, entity.plugin, entity.type, entity.id,
                       at}) == 1;
}

bool RegisterRepository::cancel(db::Tx& tx, const registers::Sequence& sequence, std::int64_t number, std::string_view reason,
                                Timestamp at) const {
    return tx.execute(R"(
        UPDATE core_register_number SET status = 'cancelled', reason = $6, at = $7
        WHERE number = $5 AND status IN ('used', 'reserved') AND register_row_id IN (
            SELECT id FROM core_register WHERE agency_id = $1 AND register_id = $2 AND year = $3 AND group_key = $4))",
                      {sequence.agencyId, sequence.registerId, sequence.year, sequence.group, number, reason, at}) == 1;
}

db::Page<RegisterItem> RegisterRepository::list(db::Reader& reader, int year, const std::vector<std::string>& agencyIds,
                                                const db::PageRequest& page) const {
    Conditions where;
    where.add("year =", year).addIn("agency_id", agencyIds);
    const auto after = page.cursor.empty() ? std::vector<std::string>{} : db::unpackCursor(page.cursor, 1);
    if (!after.empty()) {
        where.add("id >", after[0]);
    }
    const auto limit = where.bind(page.limit + 1);
    auto items =
        reader.list("SELECT id, agency_id, register_id, group_key, year, last_number FROM core_register WHERE TRUE" + where.text() +
                        " ORDER BY id LIMIT " + limit,
                    where.params(), [](const db::Row& row) {
                        return RegisterItem{row.string(0), row.string(1), "", row.string(2), row.string(3), row.integer(4), row.integer(5)};
                    });
    return db::makePage(std::move(items), page, [](const RegisterItem& item) { return std::vector{item.id}; });
}

std::optional<std::string> RegisterRepository::agencyOf(db::Reader& reader, std::string_view registerRowId) const {
    return reader.one("SELECT agency_id FROM core_register WHERE id = $1", {registerRowId},
                      [](const db::Row& row) { return row.string(0); });
}

db::Page<RegisterNumberItem> RegisterRepository::numbers(db::Reader& reader, std::string_view registerRowId,
                                                         const db::PageRequest& page) const {
    const auto before = page.cursor.empty() ? std::int64_t{1} << 62 : cursorNumber(db::unpackCursor(page.cursor, 1)[0]);
    auto items =
        reader.list(R"(
        SELECT number, status, plugin, entity_type, entity_id, at, reason FROM core_register_number
        WHERE register_row_id = $1 AND number < $2 ORDER BY number DESC LIMIT $3)",
                    {registerRowId, before, page.limit + 1}, [](const db::Row& row) {
                        return RegisterNumberItem{
                            row.integer(0), row.string(1), {row.string(2), row.string(3), row.string(4)}, row.time(5), row.string(6)};
                    });
    return db::makePage(std::move(items), page, [](const RegisterNumberItem& item) { return std::vector{std::to_string(item.number)}; });
}

}  // namespace congvu::core
