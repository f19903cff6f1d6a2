// SPDX-License-Identifier: Apache-2.0
#include "timeline/storage/TimelineRepository.h"

namespace congvu::core {

void TimelineRepository::insert(db::Tx& tx, const EntityRef& entity, const inbox::TimelineEntry& entry) const {
    tx.execute(R"(
        INSERT INTO core_timeline (id, plugin, entity_type, entity_id, at, actor_name, post_title, unit_name, act, note, detail)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))",
               {entry.id, entity.plugin, entity.type, entity.id, entry.at, entry.actorName, entry.postTitle, entry.unitName, entry.act,
                entry.note, entry.detail.text});
}

std::vector<inbox::TimelineEntry> TimelineRepository::read(db::Reader& reader, const EntityRef& entity) const {
    return reader.list(R"(
        SELECT id, at, actor_name, post_title, unit_name, act, note, detail FROM core_timeline
        WHERE plugin = $1 AND entity_type = $2 AND entity_id = $3 ORDER BY id LIMIT 500)",
                       {entity.plugin, entity.type, entity.id}, [](const db::Row& row) {
                           return inbox::TimelineEntry{row.string(0), row.time(1),   row.string(2), row.string(3),
                                                       row.string(4), row.string(5), row.string(6), {row.string(7)}};
                       });
}

}  // namespace congvu::core
