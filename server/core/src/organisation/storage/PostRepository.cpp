// SPDX-License-Identifier: Apache-2.0
#include "organisation/storage/PostRepository.h"

namespace congvu::core {

void PostRepository::insert(db::Tx& tx, const Post& post, Timestamp createdAt) const {
    tx.execute(R"(
        INSERT INTO core_post (id, person_id, unit_id, title, is_main, from_on, until_on, version, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, 1, $8))",
               {post.id, post.personId, post.unitId, post.title, post.main, post.from, post.until, createdAt});
    insertRoles(tx, post);
}

std::optional<Post> PostRepository::find(db::Reader& reader, std::string_view id) const {
    auto post = reader.one("SELECT id, person_id, unit_id, title, is_main, from_on, until_on, version FROM core_post WHERE id = $1", {id},
                           [](const db::Row& row) {
                               Post found;
                               found.id = row.string(0);
                               found.personId = row.string(1);
                               found.unitId = row.string(2);
                               found.title = row.string(3);
                               found.main = row.boolean(4);
                               found.from = row.date(5);
                               found.until = row.optionalDate(6);
                               found.version = row.integer(7);
                               return found;
                           });
    if (post) {
        post->roles = reader.list("SELECT role_id FROM core_post_role WHERE post_id = $1 ORDER BY role_id LIMIT 100", {id},
                                  [](const db::Row& row) { return row.string(0); });
    }
    return post;
}

bool PostRepository::update(db::Tx& tx, const Post& post, std::int64_t expectedVersion) const {
    const auto changed = tx.execute(R"(
        UPDATE core_post SET title = $3, is_main = $4, from_on = $5, until_on = $6, version = version + 1
        WHERE id = $1 AND version = $2)",
                                    {post.id, expectedVersion, post.title, post.main, post.from, post.until});
    if (changed != 1) {
        return false;
    }
    tx.execute("DELETE FROM core_post_role WHERE post_id = $1", {post.id});
    insertRoles(tx, post);
    return true;
}

void PostRepository::clearMainExcept(db::Tx& tx, std::string_view personId, std::string_view postId) const {
    tx.execute("UPDATE core_post SET is_main = FALSE WHERE person_id = $1 AND id <> $2 AND is_main", {personId, postId});
}

void PostRepository::insertRoles(db::Tx& tx, const Post& post) const {
    for (const auto& role : post.roles) {
        tx.execute("INSERT INTO core_post_role (post_id, role_id) VALUES ($1, $2) ON CONFLICT DO NOTHING", {post.id, role});
    }
}

}  // namespace congvu::core
