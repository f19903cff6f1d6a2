// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/Post.h"

#include "congvu/db/Tx.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string_view>

namespace congvu::core {

/// All SQL of posts and the roles they hold.
class PostRepository {
public:
    void insert(db::Tx& tx, const Post& post, Timestamp createdAt) const;
    /// With its roles.
    [[nodiscard]] std::optional<Post> find(db::Reader& reader, std::string_view id) const;
    /// Writes the post and replaces its roles; false when the version is no longer the stored one.
    [[nodiscard]] bool update(db::Tx& tx, const Post& post, std::int64_t expectedVersion) const;
    /// A person has one main post: the others of that person lose the mark.
    void clearMainExcept(db::Tx& tx, std::string_view personId, std::string_view postId) const;

private:
    void insertRoles(db::Tx& tx, const Post& post) const;
};

}  // namespace congvu::core
