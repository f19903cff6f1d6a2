// SPDX-License-Identifier: Apache-2.0
#include "storage/ItemRepository.h"

#include "congvu/error/AppError.h"

#include <charconv>

namespace congvu::records {

namespace {

constexpr std::string_view kItemColumns =
    R"sql(i.id, i.dossier_id, i.entity_plugin, i.entity_type, i.entity_id, i.time_key, i.number_and_symbol,
    i.issued_on, i.type_name, i.subject, i.organ_name, i.pages, i.note, i.link, i.added_by_name, i.added_at)sql";

Item itemOf(const db::Row& row) {
    Item item;
    item.id = row.string(0);
    item.dossierId = row.string(1);
    item.entity = {row.string(2), row.string(3), row.string(4)};
    item.timeKey = row.string(5);
    item.numberAndSymbol = row.string(6);
    item.issuedOn = row.optionalDate(7);
    item.typeName = row.string(8);
    item.subject = row.string(9);
    item.organName = row.string(10);
    item.pages = row.integer(11);
    item.note = row.string(12);
    item.link = row.string(13);
    item.addedByName = row.string(14);
    item.addedAt = row.time(15);
    return item;
}

std::int64_t ordinalOf(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    return value;
}

}  // namespace

bool ItemRepository::insert(db::Tx& tx, const Item& item) const {
    return tx.execute(R"sql(
        INSERT INTO records_item (id, dossier_id, entity_plugin, entity_type, entity_id, time_key, number_and_symbol, issued_on, type_name,
            subject, organ_name, pages, note, link, added_by_name, added_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) ON CONFLICT DO NOTHING
    )sql",
                      {item.id, item.dossierId, item.entity.plugin, item.entity.type, item.entity.id, item.timeKey, item.numberAndSymbol,
                       item.issuedOn, item.typeName, item.subject, item.organName, item.pages, item.note, item.link, item.addedByName,
                       item.addedAt}) == 1;
}

bool ItemRepository::setNote(db::Tx& tx, std::string_view dossierId, std::string_view itemId, std::string_view note) const {
    return tx.execute("UPDATE records_item SET note = $3 WHERE id = $1 AND dossier_id = $2", {itemId, dossierId, note}) == 1;
}

void ItemRepository::remove(db::Tx& tx, std::string_view itemId) const {
    tx.execute("DELETE FROM records_item WHERE id = $1", {itemId});
}

void ItemRepository::refresh(db::Tx& tx, const Item& item) const {
    tx.execute(
        R"sql(
        UPDATE records_item SET time_key = $2, number_and_symbol = $3, issued_on = $4, type_name = $5, subject = $6, organ_name = $7,
            pages = $8, link = $9
        WHERE id = $1
    )sql",
        {item.id, item.timeKey, item.numberAndSymbol, item.issuedOn, item.typeName, item.subject, item.organName, item.pages, item.link});
}

std::optional<Item> ItemRepository::find(db::Reader& reader, std::string_view dossierId, std::string_view itemId) const {
    return reader.one("SELECT " + std::string{kItemColumns} + " FROM records_item i WHERE i.id = $1 AND i.dossier_id = $2",
                      {itemId, dossierId}, itemOf);
}

db::Page<std::pair<Item, std::int64_t>> ItemRepository::list(db::Reader& reader, std::string_view dossierId,
                                                             const db::PageRequest& request) const {
    std::vector<std::string> after{"", "", "0"};
    if (!request.cursor.empty()) {
        after = db::unpackCursor(request.cursor, 3);
    }
    auto ordinal = ordinalOf(after[2]);
    auto rows = reader.list("SELECT " + std::string{kItemColumns} + R"sql( FROM records_item i
        WHERE i.dossier_id = $1 AND (i.time_key, i.id) > ($2, $3) ORDER BY i.time_key, i.id LIMIT $4)sql",
                            {dossierId, after[1], after[0], request.limit + 1}, [&](const db::Row& row) {
                                return std::pair{itemOf(row), ++ordinal};
                            });
    auto page = db::makePage(std::move(rows), request, [](const auto& last) {
        return std::vector{last.first.id, last.first.timeKey, std::to_string(last.second)};
    });
    if (request.cursor.empty()) {
        page.total = totals(reader, dossierId).documents;
    }
    return page;
}

std::vector<Item> ItemRepository::all(db::Reader& reader, std::string_view dossierId) const {
    return reader.list(
        "SELECT " + std::string{kItemColumns} + " FROM records_item i WHERE i.dossier_id = $1 ORDER BY i.time_key, i.id LIMIT 1000",
        {dossierId}, itemOf);
}

ItemRepository::Totals ItemRepository::totals(db::Reader& reader, std::string_view dossierId) const {
    return reader
        .one("SELECT COUNT(*), COALESCE(SUM(pages), 0) FROM records_item WHERE dossier_id = $1", {dossierId},
             [](const db::Row& row) {
                 return Totals{row.integer(0), row.integer(1)};
             })
        .value_or(Totals{});
}

}  // namespace congvu::records
