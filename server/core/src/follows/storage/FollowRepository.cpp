// SPDX-License-Identifier: Apache-2.0
#include "follows/storage/FollowRepository.h"

#include "congvu/ids/Id.h"

namespace congvu::core {

namespace {

Follow followOf(const db::Row& row) {
    Follow follow{row.string(0), {row.string(1), row.string(2), row.string(3)}, row.time(4), std::nullopt};
    if (!row.isNull(5)) {
        follow.last = LastStep{row.time(5), row.string(6), row.string(7)};
    }
    return follow;
}

}  // namespace

void FollowRepository::insert(db::Tx& tx, std::string_view postId, const EntityRef& entity, Timestamp at) const {
    tx.execute(R"(
        INSERT INTO core_follow (id, post_id, plugin, entity_type, entity_id, followed_at) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT DO NOTHING)",
               {newId(), postId, entity.plugin, entity.type, entity.id, at});
}

std::int64_t FollowRepository::remove(db::Tx& tx, std::string_view postId, const EntityRef& entity) const {
    return tx.execute("DELETE FROM core_follow WHERE plugin = $1 AND entity_type = $2 AND entity_id = $3 AND post_id = $4",
                      {entity.plugin, entity.type, entity.id, postId});
}

bool FollowRepository::has(db::Reader& reader, std::string_view postId, const EntityRef& entity) const {
    return reader.exists("SELECT 1 FROM core_follow WHERE plugin = $1 AND entity_type = $2 AND entity_id = $3 AND post_id = $4",
                         {entity.plugin, entity.type, entity.id, postId});
}

std::int64_t FollowRepository::count(db::Reader& reader, std::string_view postId) const {
    return reader.one("SELECT COUNT(*) FROM core_follow WHERE post_id = $1", {postId}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

db::Page<Follow> FollowRepository::page(db::Reader& reader, std::string_view postId, const db::PageRequest& request) const {
    const auto before = request.cursor.empty() ? std::string{} : db::unpackCursor(request.cursor, 1)[0];
    auto rows = reader.list(R"(
        SELECT f.id, f.plugin, f.entity_type, f.entity_id, f.followed_at, t.at, t.act, t.actor_name
        FROM core_follow f LEFT JOIN core_timeline t ON t.id = (
            SELECT MAX(s.id) FROM core_timeline s
            WHERE s.plugin = f.plugin AND s.entity_type = f.entity_type AND s.entity_id = f.entity_id)
        WHERE f.post_id = $1 AND ($2 = '' OR f.id < $2) ORDER BY f.id DESC LIMIT $3)",
                            {postId, before, request.limit + 1}, followOf);
    return db::makePage(std::move(rows), request, [](const Follow& last) { return std::vector{last.id}; });
}

std::vector<std::string> FollowRepository::followers(db::Reader& reader, const EntityRef& entity) const {
    return reader.list(R"(
        SELECT post_id FROM core_follow WHERE plugin = $1 AND entity_type = $2 AND entity_id = $3 ORDER BY post_id LIMIT 500)",
                       {entity.plugin, entity.type, entity.id}, [](const db::Row& row) { return row.string(0); });
}

bool FollowRepository::enqueue(db::Tx& tx, const FollowedStep& step) const {
    return tx.execute(R"(
        INSERT INTO core_follow_step (id, plugin, entity_type, entity_id, act, actor_name, actor_person_id)
        SELECT $1, $2, $3, $4, $5, $6, $7
        WHERE EXISTS (SELECT 1 FROM core_follow WHERE plugin = $2 AND entity_type = $3 AND entity_id = $4))",
                      {step.id, step.entity.plugin, step.entity.type, step.entity.id, step.act, step.actorName, step.actorPersonId}) == 1;
}

std::vector<FollowedStep> FollowRepository::waiting(db::Reader& reader, std::int64_t limit) const {
    return reader.list(
        R"(
        SELECT id, plugin, entity_type, entity_id, act, actor_name, actor_person_id FROM core_follow_step ORDER BY id LIMIT $1)",
        {limit}, [](const db::Row& row) {
            return FollowedStep{row.string(0), {row.string(1), row.string(2), row.string(3)}, row.string(4), row.string(5), row.string(6)};
        });
}

bool FollowRepository::take(db::Tx& tx, std::string_view stepId) const {
    return tx.execute("DELETE FROM core_follow_step WHERE id = $1", {stepId}) == 1;
}

}  // namespace congvu::core
