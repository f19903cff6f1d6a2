// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/ManagePosts.h"

#include "organisation/service/OrganisationAccess.h"
#include "shared/service/AuditDetail.h"
#include "shared/service/SystemCaller.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"

#include <algorithm>

namespace congvu::core {

namespace {

EntityRef postRef(std::string_view id) {
    return {"core", "post", std::string{id}};
}

std::string detailOf(const Post& post) {
    return auditDetail({{"personId", post.personId}, {"unitId", post.unitId}, {"title", post.title}, {"roles", joined(post.roles)}});
}

/// "null" opens the end, a text must be a day, nothing leaves it.
void applyUntil(const json::RawJson& until, Post& post) {
    if (until.text.empty()) {
        return;
    }
    if (until.text == "null") {
        post.until.reset();
        return;
    }
    const auto day = until.text.size() == 12 ? Date::parse(std::string_view{until.text}.substr(1, 10)) : std::nullopt;
    if (!day) {
        throw AppError::invalidField("/until", "bad-date");
    }
    post.until = day;
}

}  // namespace

void ManagePosts::checkRoles(const OrganisationSnapshot& organisation, const http::Caller& by,
                             const std::vector<std::string>& roles) const {
    std::vector<FieldError> errors;
    for (std::size_t index = 0; index < roles.size(); ++index) {
        const auto pointer = "/roles/" + std::to_string(index);
        const auto* role = organisation.role(roles[index]);
        if (role == nullptr) {
            errors.push_back({pointer, "core.unknown-role", {}});
            continue;
        }
        // A role of work (clerk, chair …) may be given by any administrator; what administers the system only by who has it.
        const bool isBeyondGiver = std::any_of(role->permissions.begin(), role->permissions.end(), [&](const std::string& permission) {
            return permission.starts_with("core.") && !by.may(permission);
        });
        if (isBeyondGiver && !isSystem(by)) {
            errors.push_back({pointer, "core.role-beyond-own", {}});
        }
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
}

void ManagePosts::checkDates(const Post& post) const {
    if (post.until && *post.until < post.from) {
        throw AppError::invalidField("/until", "core.until-before-from");
    }
}

std::string ManagePosts::create(const http::Caller& by, const NewPost& input) {
    const auto organisation = store_.current();
    requirePerson(*organisation, by, input.personId);
    const auto* unit = organisation->unit(input.unitId);
    if (unit == nullptr || unit->status != UnitStatus::active) {
        throw AppError::invalidField("/unitId", "core.unknown-unit");
    }
    requireUnit(*organisation, by, input.unitId);
    checkRoles(*organisation, by, input.roles);
    Post post;
    post.id = newId();
    post.personId = input.personId;
    post.unitId = input.unitId;
    post.title = input.title;
    post.main = input.main;
    post.from = input.from.value_or(clock_.today());
    post.until = input.until;
    post.roles = input.roles;
    checkDates(post);
    store_.changeRights([&](db::Tx& tx) {
        posts_.insert(tx, post, clock_.now());
        if (post.main) {
            posts_.clearMainExcept(tx, post.personId, post.id);
        }
        audit_.record(tx, by, "core.post-created", postRef(post.id), detailOf(post));
    });
    return post.id;
}

Post ManagePosts::change(const http::Caller& by, std::string_view postId, const PostChanges& changes,
                         std::optional<std::int64_t> expectedVersion) {
    const auto organisation = store_.current();
    const auto* known = organisation->post(postId);
    if (known == nullptr) {
        throw AppError::notFound();
    }
    requireUnit(*organisation, by, known->unitId);
    if (changes.roles) {
        checkRoles(*organisation, by, *changes.roles);
    }
    return store_.changeRights([&](db::Tx& tx) {
        auto post = posts_.find(tx, postId);
        if (!post) {
            throw AppError::notFound();
        }
        const auto version = expectedVersion.value_or(post->version);
        post->title = changes.title.value_or(post->title);
        post->roles = changes.roles.value_or(post->roles);
        post->main = changes.main.value_or(post->main);
        post->from = changes.from.value_or(post->from);
        applyUntil(changes.until, *post);
        checkDates(*post);
        if (!posts_.update(tx, *post, version)) {
            throw AppError::stale();
        }
        if (post->main) {
            posts_.clearMainExcept(tx, post->personId, post->id);
        }
        post->version = version + 1;
        audit_.record(tx, by, "core.post-changed", postRef(postId), detailOf(*post));
        return *post;
    });
}

void ManagePosts::end(const http::Caller& by, std::string_view postId) {
    const auto organisation = store_.current();
    const auto* known = organisation->post(postId);
    if (known == nullptr) {
        throw AppError::notFound();
    }
    requireUnit(*organisation, by, known->unitId);
    store_.changeRights([&](db::Tx& tx) {
        auto post = posts_.find(tx, postId);
        // `until` is the last day in force, so ending now means yesterday.
        post->until = clock_.today().plusDays(-1);
        post->from = std::min(post->from, *post->until);
        post->main = false;
        if (!posts_.update(tx, *post, post->version)) {
            throw AppError::stale();
        }
        audit_.record(tx, by, "core.post-ended", postRef(postId), detailOf(*post));
    });
}

}  // namespace congvu::core
