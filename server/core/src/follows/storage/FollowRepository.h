// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "follows/domain/Follow.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// All SQL of what posts follow and of the steps that wait to be told.
class FollowRepository {
public:
    /// Nothing changes when the post follows it already.
    void insert(db::Tx& tx, std::string_view postId, const EntityRef& entity, Timestamp at) const;
    /// How many rows went.
    std::int64_t remove(db::Tx& tx, std::string_view postId, const EntityRef& entity) const;
    [[nodiscard]] bool has(db::Reader& reader, std::string_view postId, const EntityRef& entity) const;
    [[nodiscard]] std::int64_t count(db::Reader& reader, std::string_view postId) const;
    /// Followed last first, each with the last line of its timeline.
    [[nodiscard]] db::Page<Follow> page(db::Reader& reader, std::string_view postId, const db::PageRequest& request) const;
    /// Posts that follow the entity, at most 500.
    [[nodiscard]] std::vector<std::string> followers(db::Reader& reader, const EntityRef& entity) const;

    /// Lets the step wait, if anybody follows the entity; true if so.
    [[nodiscard]] bool enqueue(db::Tx& tx, const FollowedStep& step) const;
    /// Oldest first.
    [[nodiscard]] std::vector<FollowedStep> waiting(db::Reader& reader, std::int64_t limit) const;
    /// False when somebody else has taken it.
    [[nodiscard]] bool take(db::Tx& tx, std::string_view stepId) const;
};

}  // namespace congvu::core
