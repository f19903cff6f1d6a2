// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/DirectoryService.h"

#include <algorithm>

namespace congvu::core {

namespace {

directory::UnitInfo infoOf(const OrganisationSnapshot& organisation, const Unit& unit) {
    directory::UnitInfo info;
    info.id = unit.id;
    info.parentId = unit.parentId.value_or("");
    info.agencyId = organisation.agencyOf(unit.id);
    info.name = unit.name;
    info.shortName = unit.shortName;
    info.abbreviation = unit.abbreviation;
    info.organId = unit.organId;
    info.place = unit.place;
    info.parentAgencyName = unit.superiorName;
    info.isAgency = unit.kind == UnitKind::agency;
    info.isActive = unit.status == UnitStatus::active;
    return info;
}

directory::PostInfo infoOf(const OrganisationSnapshot& organisation, const Post& post, Date today) {
    directory::PostInfo info;
    info.id = post.id;
    info.title = post.title;
    info.unitId = post.unitId;
    info.agencyId = organisation.agencyOf(post.unitId);
    if (const auto* unit = organisation.unit(post.unitId)) {
        info.unitName = unit->name;
    }
    if (const auto* person = organisation.person(post.personId)) {
        info.personId = person->id;
        info.personName = person->name;
    }
    info.permissions = organisation.permissionsOf(post);
    info.isActive = organisation.isActive(post, today);
    return info;
}

bool holds(const OrganisationSnapshot& organisation, const Post& post, std::string_view permission) {
    const auto& permissions = organisation.permissionsOf(post);
    return permission.empty() || std::binary_search(permissions.begin(), permissions.end(), permission);
}

/// Calls `visit` with every active post of the unit that has the permission.
template <class Visit>
void forActivePosts(const OrganisationSnapshot& organisation, std::string_view unitId, std::string_view permission, Date today,
                    Visit visit) {
    for (const auto* post : organisation.postsOfUnit(unitId)) {
        if (organisation.isActive(*post, today) && holds(organisation, *post, permission)) {
            visit(*post);
        }
    }
}

template <class Visit>
void forActivePostsOfAgency(const OrganisationSnapshot& organisation, std::string_view agencyId, std::string_view permission, Date today,
                            Visit visit) {
    for (const auto& unitId : organisation.subtree(agencyId)) {
        if (organisation.agencyOf(unitId) == agencyId) {
            forActivePosts(organisation, unitId, permission, today, visit);
        }
    }
}

}  // namespace

std::optional<directory::UnitInfo> DirectoryService::unit(std::string_view id) const {
    const auto organisation = store_.current();
    const auto* found = organisation->unit(id);
    return found == nullptr ? std::nullopt : std::optional{infoOf(*organisation, *found)};
}

std::optional<directory::PostInfo> DirectoryService::post(std::string_view id) const {
    const auto organisation = store_.current();
    const auto* found = organisation->post(id);
    return found == nullptr ? std::nullopt : std::optional{infoOf(*organisation, *found, clock_.today())};
}

std::vector<directory::PostInfo> DirectoryService::postsOfUnit(std::string_view unitId, std::string_view permission) const {
    const auto organisation = store_.current();
    const auto today = clock_.today();
    std::vector<directory::PostInfo> posts;
    forActivePosts(*organisation, unitId, permission, today,
                   [&](const Post& post) { posts.push_back(infoOf(*organisation, post, today)); });
    return posts;
}

std::vector<directory::PostInfo> DirectoryService::postsOfAgency(std::string_view agencyId, std::string_view permission) const {
    const auto organisation = store_.current();
    const auto today = clock_.today();
    std::vector<directory::PostInfo> posts;
    forActivePostsOfAgency(*organisation, agencyId, permission, today,
                           [&](const Post& post) { posts.push_back(infoOf(*organisation, post, today)); });
    return posts;
}

std::optional<directory::UnitInfo> DirectoryService::agencyByOrganId(std::string_view organId) const {
    const auto organisation = store_.current();
    for (const auto& unit : organisation->units()) {
        if (!organId.empty() && unit.organId == organId && unit.kind == UnitKind::agency && unit.status == UnitStatus::active) {
            return infoOf(*organisation, unit);
        }
    }
    return std::nullopt;
}

std::vector<std::string> DirectoryService::subtree(std::string_view unitId) const {
    return store_.current()->subtree(unitId);
}

bool DirectoryService::isInSubtree(std::string_view unitId, std::string_view rootId) const {
    return store_.current()->isInSubtree(unitId, rootId);
}

bool DirectoryService::isPluginOn(std::string_view pluginId, std::string_view unitId) const {
    return store_.current()->isPluginOn(pluginId, unitId, clock_.today());
}

bool DirectoryService::isPluginOnForEveryone(std::string_view pluginId) const {
    const auto organisation = store_.current();
    const auto& units = organisation->units();
    const auto root = std::find_if(units.begin(), units.end(), [](const Unit& unit) { return !unit.parentId; });
    return root != units.end() && organisation->isPluginOn(pluginId, root->id, clock_.today());
}

bool DirectoryService::isPluginOnForPost(std::string_view pluginId, std::string_view postId) const {
    const auto organisation = store_.current();
    const auto* post = organisation->post(postId);
    return post != nullptr && organisation->isPluginOn(pluginId, post->unitId, clock_.today());
}

std::vector<std::string> DirectoryService::visiblePlugins(std::string_view unitId) const {
    const auto organisation = store_.current();
    const auto today = clock_.today();
    auto ids = plugins_.ids();
    std::erase_if(ids, [&](const std::string& id) { return !organisation->isPluginOn(id, unitId, today); });
    return ids;
}

std::vector<std::string> DirectoryService::visiblePlugins(const http::Caller& caller) const {
    auto ids = visiblePlugins(caller.unitId);
    if (caller.behalf) {
        std::erase_if(ids, [&](const std::string& id) {
            return std::none_of(caller.permissions.begin(), caller.permissions.end(),
                                [&](const std::string& permission) { return permission.starts_with(id + "."); });
        });
    }
    return ids;
}

std::vector<std::string> DirectoryService::postsMeant(std::string_view unitId, std::string_view permission) const {
    const auto organisation = store_.current();
    std::vector<std::string> ids;
    const auto collect = [&](const Post& post) { ids.push_back(post.id); };
    const auto* unit = organisation->unit(unitId);
    if (unit != nullptr && unit->kind == UnitKind::agency) {
        forActivePostsOfAgency(*organisation, unitId, permission, clock_.today(), collect);
    } else {
        forActivePosts(*organisation, unitId, permission, clock_.today(), collect);
    }
    return ids;
}

}  // namespace congvu::core
