// SPDX-License-Identifier: Apache-2.0
#include "audit/storage/AuditRepository.h"

#include "shared/storage/Conditions.h"
#include "shared/storage/CursorNumber.h"

namespace congvu::core {

namespace {

Conditions conditionsOf(const AuditFilter& filter) {
    Conditions where;
    if (filter.actorPersonIds) {
        where.addIn("actor_person_id", *filter.actorPersonIds);
    }
    if (filter.agencyIds) {
        where.addIn("agency_id", *filter.agencyIds);
    }
    where.addIfGiven("act =", filter.act)
        .addIfGiven("plugin =", filter.plugin)
        .addIfGiven("entity_type =", filter.entityType)
        .addIfGiven("entity_id =", filter.entityId);
    if (filter.from) {
        where.add("at >=", *filter.from);
    }
    if (filter.to) {
        where.add("at <", *filter.to);
    }
    return where;
}

AuditItem itemFrom(const db::Row& row) {
    AuditItem item;
    item.seq = row.integer(0);
    item.at = row.time(1);
    item.actorName = row.string(2);
    item.postTitle = row.string(3);
    item.unitName = row.string(4);
    item.act = row.string(5);
    item.plugin = row.string(6);
    item.entityType = row.string(7);
    item.entityId = row.string(8);
    item.address = row.string(9);
    item.detail = {row.string(10)};
    return item;
}

AuditRow rowFrom(const db::Row& row) {
    AuditRow found;
    found.sequence = row.integer(0);
    found.at = row.time(1);
    int column = 2;
    for (auto* member : {&found.actorPersonId, &found.actorName, &found.actorPostId, &found.postTitle, &found.unitName, &found.agencyId,
                         &found.act, &found.plugin, &found.entityType, &found.entityId, &found.address, &found.requestId, &found.detail,
                         &found.previousHash, &found.hash}) {
        *member = row.string(column++);
    }
    return found;
}

}  // namespace

AuditRepository::Head AuditRepository::head(db::Reader& reader) const {
    return reader
        .one("SELECT seq, hash FROM core_audit ORDER BY seq DESC LIMIT 1", {},
             [](const db::Row& row) {
                 return Head{row.integer(0), row.string(1)};
             })
        .value_or(Head{});
}

void AuditRepository::insert(db::Tx& tx, const AuditRow& row) const {
    tx.execute(R"(
        INSERT INTO core_audit (seq, at, actor_person_id, actor_name, actor_post_id, post_title, unit_name, agency_id, act, plugin,
                                entity_type, entity_id, address, request_id, detail, previous_hash, hash)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17))",
               {row.sequence, row.at, row.actorPersonId, row.actorName, row.actorPostId, row.postTitle, row.unitName, row.agencyId, row.act,
                row.plugin, row.entityType, row.entityId, row.address, row.requestId, row.detail, row.previousHash, row.hash});
}

db::Page<AuditItem> AuditRepository::list(db::Reader& reader, const AuditFilter& filter, const db::PageRequest& page) const {
    auto where = conditionsOf(filter);
    if (!page.cursor.empty()) {
        where.add("seq <", cursorNumber(db::unpackCursor(page.cursor, 1)[0]));
    }
    const auto limit = where.bind(page.limit + 1);
    auto items = reader.list(
        "SELECT seq, at, actor_name, post_title, unit_name, act, plugin, entity_type, entity_id, address, detail "
        "FROM core_audit WHERE TRUE" +
            where.text() + " ORDER BY seq DESC LIMIT " + limit,
        where.params(), itemFrom);
    return db::makePage(std::move(items), page, [](const AuditItem& item) { return std::vector{std::to_string(item.seq)}; });
}

std::vector<AuditRow> AuditRepository::rowsAfter(db::Reader& reader, std::int64_t after, std::int64_t limit) const {
    return reader.list(R"(
        SELECT seq, at, actor_person_id, actor_name, actor_post_id, post_title, unit_name, agency_id, act, plugin, entity_type, entity_id,
               address, request_id, detail, previous_hash, hash
        FROM core_audit WHERE seq > $1 ORDER BY seq LIMIT $2)",
                       {after, limit}, rowFrom);
}

}  // namespace congvu::core
