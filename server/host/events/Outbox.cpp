// SPDX-License-Identifier: Apache-2.0
#include "events/Outbox.h"

namespace congvu::host {

void Outbox::append(db::Tx& tx, const events::NewEvent& event, std::string_view payload, Timestamp at) {
    tx.execute(R"sql(
        INSERT INTO host_outbox (name, entity_plugin, entity_type, entity_id, agency_id, actor_post_id, at, payload)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8))sql",
               {event.name, event.entity.plugin, event.entity.type, event.entity.id, event.agencyId, event.actorPostId, at, payload});
}

std::vector<events::Event> Outbox::readAfter(db::Reader& reader, std::int64_t sequence, std::int64_t limit) {
    static const std::string sql =
        "SELECT " + std::string{kColumns} + " FROM host_outbox o WHERE o.sequence > $1 ORDER BY o.sequence LIMIT $2";
    return reader.list(sql, {sequence, limit}, [](const db::Row& row) { return toEvent(row); });
}

std::int64_t Outbox::lastSequence(db::Reader& reader) {
    return reader.one("SELECT coalesce(max(sequence), 0) FROM host_outbox", {}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::int64_t Outbox::removeDelivered(db::Tx& tx, std::int64_t upToSequence, Timestamp before) {
    return tx.execute(R"sql(
        DELETE FROM host_outbox
        WHERE sequence <= $1 AND at < $2
          AND NOT EXISTS (SELECT 1 FROM host_event_retry r WHERE r.sequence = host_outbox.sequence))sql",
                      {upToSequence, before});
}

events::Event Outbox::toEvent(const db::Row& row, int firstColumn) {
    events::Event event;
    event.sequence = row.integer(firstColumn);
    event.name = row.string(firstColumn + 1);
    event.entity = {row.string(firstColumn + 2), row.string(firstColumn + 3), row.string(firstColumn + 4)};
    event.agencyId = row.string(firstColumn + 5);
    event.actorPostId = row.string(firstColumn + 6);
    event.at = row.time(firstColumn + 7);
    event.payload = row.string(firstColumn + 8);
    return event;
}

}  // namespace congvu::host
