// SPDX-License-Identifier: Apache-2.0
#include "follows/service/Follows.h"

#include "follows/service/StepWords.h"
#include "shared/domain/OwnPost.h"

#include "congvu/error/AppError.h"

#include <map>
#include <tuple>
#include <utility>

namespace congvu::core {

void Follows::follow(const http::Caller& caller, const EntityRef& entity) const {
    needs_.db.write([&](db::Tx& tx) {
        static_cast<void>(needs_.access.require(tx, caller, entity));
        if (caller.behalf) {
            throw AppError(ErrorKind::forbidden, "core.follow-in-own-post");
        }
        if (!repository_.has(tx, caller.postId, entity) && repository_.count(tx, caller.postId) >= kMostFollows) {
            throw AppError(ErrorKind::conflict, "core.too-many-follows", {{"most", std::to_string(kMostFollows)}});
        }
        repository_.insert(tx, caller.postId, entity, needs_.clock.now());
    });
}

void Follows::unfollow(const http::Caller& caller, const EntityRef& entity) const {
    needs_.db.write([&](db::Tx& tx) {
        if (repository_.remove(tx, ownPostOf(caller), entity) == 0) {
            static_cast<void>(needs_.access.require(tx, caller, entity));
        }
    });
}

bool Follows::isFollowed(db::Reader& reader, const http::Caller& caller, const EntityRef& entity) const {
    return repository_.has(reader, ownPostOf(caller), entity);
}

db::Page<FollowView> Follows::page(const http::Caller& caller, const db::PageRequest& request) const {
    auto owner = caller.behalf ? needs_.organisation.callerOf(ownPostOf(caller)) : std::optional{caller};
    if (!owner) {
        return {};
    }
    owner->locale = caller.locale;
    return needs_.db.read([&](db::Reader& reader) {
        auto follows = repository_.page(reader, owner->postId, request);
        db::Page<FollowView> views;
        views.items = viewsOf(reader, *owner, follows.items);
        views.next = std::move(follows.next);
        return views;
    });
}

std::vector<FollowView> Follows::viewsOf(db::Reader& reader, const http::Caller& owner, const std::vector<Follow>& follows) const {
    std::map<std::pair<std::string, std::string>, std::vector<std::string>> idsOfType;
    for (const auto& follow : follows) {
        idsOfType[{follow.entity.plugin, follow.entity.type}].push_back(follow.entity.id);
    }
    std::map<std::tuple<std::string, std::string, std::string>, entities::EntitySummary> seen;
    for (const auto& [type, ids] : idsOfType) {
        for (auto& entity : needs_.access.visible(reader, owner, type.first, type.second, ids)) {
            auto key = std::tuple{type.first, type.second, entity.id};
            seen.insert_or_assign(std::move(key), std::move(entity));
        }
    }
    std::vector<FollowView> views;
    views.reserve(follows.size());
    for (const auto& follow : follows) {
        const auto entity = seen.find({follow.entity.plugin, follow.entity.type, follow.entity.id});
        if (entity != seen.end()) {
            views.push_back(viewOf(owner, follow, entity->second));
        }
    }
    return views;
}

FollowView Follows::viewOf(const http::Caller& owner, const Follow& follow, const entities::EntitySummary& entity) const {
    FollowView view;
    view.id = follow.id;
    view.plugin = follow.entity.plugin;
    view.type = follow.entity.type;
    view.entityId = follow.entity.id;
    view.title = entity.title;
    view.subtitle = entity.subtitle;
    view.link = entity.link;
    view.followedAt = follow.followedAt;
    if (follow.last) {
        view.lastAt = follow.last->at;
        view.lastStep = needs_.catalogue.message(owner.locale, stepMessageOf(needs_.catalogue, follow.last->act), {});
        view.lastActor = follow.last->actorName;
    }
    return view;
}

}  // namespace congvu::core
