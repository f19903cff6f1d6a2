// SPDX-License-Identifier: Apache-2.0
#include "markers/storage/MarkerRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::core {

std::vector<Marker> MarkerRepository::ofPerson(db::Reader& reader, std::string_view personId) const {
    return reader.list("SELECT id, name, tone FROM core_marker WHERE person_id = $1 ORDER BY id LIMIT 30", {personId},
                       [](const db::Row& row) {
                           return Marker{row.string(0), row.string(1), json::enumFrom<MarkerTone>(row.text(2)).value_or(MarkerTone::gray)};
                       });
}

bool MarkerRepository::has(db::Reader& reader, std::string_view personId, std::string_view id) const {
    return reader.exists("SELECT 1 FROM core_marker WHERE id = $1 AND person_id = $2", {id, personId});
}

bool MarkerRepository::insert(db::Tx& tx, std::string_view personId, const Marker& marker, Timestamp at) const {
    return tx.execute(R"(
        INSERT INTO core_marker (id, person_id, name, tone, created_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING)",
                      {marker.id, personId, marker.name, json::nameOf(marker.tone), at}) == 1;
}

bool MarkerRepository::update(db::Tx& tx, std::string_view personId, const Marker& marker) const {
    if (tx.exists("SELECT 1 FROM core_marker WHERE person_id = $1 AND name = $2 AND id <> $3", {personId, marker.name, marker.id})) {
        return false;
    }
    tx.execute("UPDATE core_marker SET name = $3, tone = $4 WHERE id = $1 AND person_id = $2",
               {marker.id, personId, marker.name, json::nameOf(marker.tone)});
    return true;
}

void MarkerRepository::remove(db::Tx& tx, std::string_view personId, std::string_view id) const {
    tx.execute("DELETE FROM core_marked WHERE person_id = $1 AND marker_id = $2", {personId, id});
    tx.execute("DELETE FROM core_marker WHERE person_id = $1 AND id = $2", {personId, id});
}

std::vector<Marked> MarkerRepository::marked(db::Reader& reader, std::string_view personId, std::string_view plugin,
                                             std::string_view type) const {
    return reader.list(R"(
        SELECT marker_id, entity_id FROM core_marked WHERE person_id = $1 AND plugin = $2 AND entity_type = $3
        ORDER BY entity_id, marker_id LIMIT 2000)",
                       {personId, plugin, type}, [](const db::Row& row) {
                           return Marked{row.string(0), row.string(1)};
                       });
}

std::int64_t MarkerRepository::countMarked(db::Reader& reader, std::string_view personId, std::string_view plugin,
                                           std::string_view type) const {
    return reader
        .one("SELECT COUNT(*) FROM core_marked WHERE person_id = $1 AND plugin = $2 AND entity_type = $3", {personId, plugin, type},
             [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::vector<std::string> MarkerRepository::of(db::Reader& reader, std::string_view personId, const EntityRef& entity) const {
    return reader.list(R"(
        SELECT marker_id FROM core_marked WHERE person_id = $1 AND plugin = $2 AND entity_type = $3 AND entity_id = $4
        ORDER BY marker_id LIMIT 30)",
                       {personId, entity.plugin, entity.type, entity.id}, [](const db::Row& row) { return row.string(0); });
}

void MarkerRepository::mark(db::Tx& tx, std::string_view personId, std::string_view markerId, const EntityRef& entity) const {
    tx.execute(R"(
        INSERT INTO core_marked (person_id, marker_id, plugin, entity_type, entity_id) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING)",
               {personId, markerId, entity.plugin, entity.type, entity.id});
}

void MarkerRepository::clear(db::Tx& tx, std::string_view personId, const EntityRef& entity) const {
    tx.execute("DELETE FROM core_marked WHERE person_id = $1 AND plugin = $2 AND entity_type = $3 AND entity_id = $4",
               {personId, entity.plugin, entity.type, entity.id});
}

}  // namespace congvu::core
