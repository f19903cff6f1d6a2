// SPDX-License-Identifier: Apache-2.0
#include "organisation/storage/UnitRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"
#include "congvu/text/Text.h"

namespace congvu::core {

void UnitRepository::insert(db::Tx& tx, const Unit& unit, Timestamp createdAt) const {
    tx.execute(
        R"(
        INSERT INTO core_unit (id, parent_id, kind, name, short_name, code, abbreviation, organ_id, place, superior_name, status, sort_order,
                               sort_key, folded, version, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 1, $15))",
        {unit.id, unit.parentId, json::nameOf(unit.kind), unit.name, unit.shortName, unit.code, unit.abbreviation, unit.organId, unit.place,
         unit.superiorName, json::nameOf(unit.status), unit.sortOrder, text::sortKey(unit.name), text::fold(unit.name), createdAt});
}

std::optional<Unit> UnitRepository::find(db::Reader& reader, std::string_view id) const {
    return reader.one(R"(
        SELECT id, parent_id, name, short_name, code, kind, status, abbreviation, organ_id, place, superior_name, sort_order, version
        FROM core_unit WHERE id = $1)",
                      {id}, [](const db::Row& row) {
                          Unit unit;
                          unit.id = row.string(0);
                          unit.parentId = row.optionalString(1);
                          unit.name = row.string(2);
                          unit.shortName = row.string(3);
                          unit.code = row.string(4);
                          unit.kind = json::enumFrom<UnitKind>(row.text(5)).value_or(UnitKind::division);
                          unit.status = json::enumFrom<UnitStatus>(row.text(6)).value_or(UnitStatus::closed);
                          unit.abbreviation = row.string(7);
                          unit.organId = row.string(8);
                          unit.place = row.string(9);
                          unit.superiorName = row.string(10);
                          unit.sortOrder = row.integer(11);
                          unit.version = row.integer(12);
                          return unit;
                      });
}

bool UnitRepository::update(db::Tx& tx, const Unit& unit, std::int64_t expectedVersion) const {
    return tx.execute(
               R"(
        UPDATE core_unit SET parent_id = $3, name = $4, short_name = $5, code = $6, abbreviation = $7, organ_id = $8, place = $9,
               superior_name = $10, status = $11, sort_order = $12, sort_key = $13, folded = $14, version = version + 1
        WHERE id = $1 AND version = $2)",
               {unit.id, expectedVersion, unit.parentId, unit.name, unit.shortName, unit.code, unit.abbreviation, unit.organId, unit.place,
                unit.superiorName, json::nameOf(unit.status), unit.sortOrder, text::sortKey(unit.name), text::fold(unit.name)}) == 1;
}

bool UnitRepository::anyUnit(db::Reader& reader) const {
    return reader.exists("SELECT 1 FROM core_unit LIMIT 1", {});
}

bool UnitRepository::isOrganIdTaken(db::Reader& reader, std::string_view organId, std::string_view exceptUnitId) const {
    return reader.exists("SELECT 1 FROM core_unit WHERE organ_id = $1 AND organ_id <> '' AND status = 'active' AND id <> $2 LIMIT 1",
                         {organId, exceptUnitId});
}

bool UnitRepository::isInSubtree(db::Reader& reader, std::string_view unitId, std::string_view rootId) const {
    return reader.exists(R"(
        WITH RECURSIVE above (id, parent_id) AS (
            SELECT id, parent_id FROM core_unit WHERE id = $1
            UNION
            SELECT u.id, u.parent_id FROM core_unit u JOIN above a ON u.id = a.parent_id)
        SELECT 1 FROM above WHERE id = $2 LIMIT 1)",
                         {unitId, rootId});
}

bool UnitRepository::isInUse(db::Reader& reader, std::string_view id, Date day) const {
    return reader.exists(R"(
        SELECT 1 FROM core_unit WHERE parent_id = $1 AND status = 'active'
        UNION ALL
        SELECT 1 FROM core_post WHERE unit_id = $1 AND (until_on IS NULL OR until_on >= $2) LIMIT 1)",
                         {id, day});
}

void UnitRepository::putRule(db::Tx& tx, const PluginRule& rule) const {
    tx.execute(R"(
        INSERT INTO core_plugin_rule (unit_id, plugin_id, rule, from_on, until_on, reason) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (unit_id, plugin_id) DO UPDATE
        SET rule = excluded.rule, from_on = excluded.from_on, until_on = excluded.until_on, reason = excluded.reason)",
               {rule.unitId, rule.pluginId, json::nameOf(rule.rule), rule.from, rule.until, rule.reason});
}

void UnitRepository::removeRule(db::Tx& tx, std::string_view unitId, std::string_view pluginId) const {
    tx.execute("DELETE FROM core_plugin_rule WHERE unit_id = $1 AND plugin_id = $2", {unitId, pluginId});
}

}  // namespace congvu::core
