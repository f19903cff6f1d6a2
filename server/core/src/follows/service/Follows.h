// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/service/EntityAccess.h"
#include "follows/storage/FollowRepository.h"
#include "organisation/service/OrganisationService.h"

#include "congvu/core/Core.h"
#include "congvu/db/Db.h"
#include "congvu/time/Clock.h"

namespace congvu::core {

/// What a post follows. News go to posts, and who acts for another by a mandate reads those of his own: so one follows in the own post
/// only.
class Follows {
public:
    static constexpr std::int64_t kMostFollows = 500;

    struct Needs {
        db::Db& db;
        const EntityAccess& access;
        const OrganisationService& organisation;
        const Catalogue& catalogue;
        const Clock& clock;
    };
    explicit Follows(const Needs& needs) : needs_(needs) {}

    /// AppError notFound for an entity that the caller does not see, forbidden "core.follow-in-own-post" while acting for another,
    /// conflict "core.too-many-follows" beyond 500.
    void follow(const http::Caller& caller, const EntityRef& entity) const;
    /// Nothing changes for what is not followed; AppError notFound when the caller does not see it either.
    void unfollow(const http::Caller& caller, const EntityRef& entity) const;
    [[nodiscard]] bool isFollowed(db::Reader& reader, const http::Caller& caller, const EntityRef& entity) const;
    /// Of the own post, followed last first. What the post sees no more, or whose plugin is off, is left out: a page may be short.
    [[nodiscard]] db::Page<FollowView> page(const http::Caller& caller, const db::PageRequest& request) const;

private:
    /// Summaries in the order of the follows, with one question for each type.
    [[nodiscard]] std::vector<FollowView> viewsOf(db::Reader& reader, const http::Caller& owner, const std::vector<Follow>& follows) const;
    [[nodiscard]] FollowView viewOf(const http::Caller& owner, const Follow& follow, const entities::EntitySummary& entity) const;

    Needs needs_;
    FollowRepository repository_;
};

}  // namespace congvu::core
