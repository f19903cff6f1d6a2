// SPDX-License-Identifier: Apache-2.0
#include "organisation/domain/OrganisationSnapshot.h"

#include "organisation/domain/UsernameKey.h"

#include <algorithm>

namespace congvu::core {

namespace {

constexpr auto kNone = UnitGate::kNoParent;

template <class Item>
const Item* findIn(const std::vector<Item>& items, const StringMap<std::size_t>& index, std::string_view key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &items[found->second];
}

template <class Item>
StringMap<std::size_t> indexById(const std::vector<Item>& items) {
    StringMap<std::size_t> index;
    index.reserve(items.size());
    for (std::size_t number = 0; number < items.size(); ++number) {
        index.emplace(items[number].id, number);
    }
    return index;
}

}  // namespace

OrganisationSnapshot::OrganisationSnapshot(OrganisationData data)
    : data_(std::move(data)),
      unitIndex_(indexById(data_.units)),
      personIndex_(indexById(data_.people)),
      postIndex_(indexById(data_.posts)),
      roleIndex_(indexById(data_.roles)) {
    for (std::size_t number = 0; number < data_.people.size(); ++number) {
        personByUsername_.emplace(usernameKey(data_.people[number].username), number);
    }
    indexUnits();
    indexPosts();
    gate_ = std::make_unique<const UnitGate>(parents_, unitIndex_, data_.rules);
}

void OrganisationSnapshot::indexUnits() {
    const auto count = data_.units.size();
    parents_.assign(count, kNone);
    agencies_.assign(count, kNone);
    children_.assign(count, {});
    for (std::size_t number = 0; number < count; ++number) {
        const auto& parentId = data_.units[number].parentId;
        const auto parent = parentId ? unitIndex_.find(*parentId) : unitIndex_.end();
        if (parent != unitIndex_.end()) {
            parents_[number] = parent->second;
            children_[parent->second].push_back(number);
        }
    }
    for (std::size_t number = 0; number < count; ++number) {
        auto at = number;
        while (at != kNone && data_.units[at].kind != UnitKind::agency) {
            at = parents_[at];
        }
        agencies_[number] = at;
    }
}

void OrganisationSnapshot::indexPosts() {
    for (std::size_t number = 0; number < data_.posts.size(); ++number) {
        const auto& post = data_.posts[number];
        postsOfUnit_[post.unitId].push_back(number);
        postsOfPerson_[post.personId].push_back(number);
        collectPermissions(post);
    }
}

void OrganisationSnapshot::collectPermissions(const Post& post) {
    auto& permissions = permissionsOfPost_[post.id];
    for (const auto& roleId : post.roles) {
        if (const auto* held = role(roleId)) {
            permissions.insert(permissions.end(), held->permissions.begin(), held->permissions.end());
        }
    }
    std::sort(permissions.begin(), permissions.end());
    permissions.erase(std::unique(permissions.begin(), permissions.end()), permissions.end());
}

const Unit* OrganisationSnapshot::unit(std::string_view id) const {
    return findIn(data_.units, unitIndex_, id);
}
const Person* OrganisationSnapshot::person(std::string_view id) const {
    return findIn(data_.people, personIndex_, id);
}
const Post* OrganisationSnapshot::post(std::string_view id) const {
    return findIn(data_.posts, postIndex_, id);
}
const Role* OrganisationSnapshot::role(std::string_view id) const {
    return findIn(data_.roles, roleIndex_, id);
}
const Person* OrganisationSnapshot::personByUsername(std::string_view usernameKey) const {
    return findIn(data_.people, personByUsername_, usernameKey);
}

const std::string& OrganisationSnapshot::agencyOf(std::string_view unitId) const {
    static const std::string kNothing;
    const auto found = unitIndex_.find(unitId);
    if (found == unitIndex_.end() || agencies_[found->second] == kNone) {
        return kNothing;
    }
    return data_.units[agencies_[found->second]].id;
}

bool OrganisationSnapshot::isInSubtree(std::string_view unitId, std::string_view rootId) const {
    const auto root = unitIndex_.find(rootId);
    const auto start = unitIndex_.find(unitId);
    if (root == unitIndex_.end() || start == unitIndex_.end()) {
        return false;
    }
    auto at = start->second;
    while (at != kNone && at != root->second) {
        at = parents_[at];
    }
    return at == root->second;
}

std::vector<std::string> OrganisationSnapshot::subtree(std::string_view unitId) const {
    std::vector<std::string> ids;
    const auto root = unitIndex_.find(unitId);
    if (root == unitIndex_.end()) {
        return ids;
    }
    std::vector<std::size_t> queue{root->second};
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const auto number = queue[next];
        ids.push_back(data_.units[number].id);
        queue.insert(queue.end(), children_[number].begin(), children_[number].end());
    }
    return ids;
}

bool OrganisationSnapshot::isRoot(std::string_view unitId) const {
    const auto* found = unit(unitId);
    return found != nullptr && !found->parentId;
}

std::vector<const Post*> OrganisationSnapshot::postsOfUnit(std::string_view unitId) const {
    std::vector<const Post*> posts;
    if (const auto found = postsOfUnit_.find(unitId); found != postsOfUnit_.end()) {
        for (const auto number : found->second) {
            posts.push_back(&data_.posts[number]);
        }
    }
    return posts;
}

std::vector<const Post*> OrganisationSnapshot::postsOfPerson(std::string_view personId) const {
    std::vector<const Post*> posts;
    if (const auto found = postsOfPerson_.find(personId); found != postsOfPerson_.end()) {
        for (const auto number : found->second) {
            posts.push_back(&data_.posts[number]);
        }
    }
    return posts;
}

bool OrganisationSnapshot::isActive(const Post& post, Date day) const {
    const auto* holder = person(post.personId);
    const auto* place = unit(post.unitId);
    return post.isInForceOn(day) && holder != nullptr && holder->status == PersonStatus::active && place != nullptr &&
           place->status == UnitStatus::active;
}

const std::vector<std::string>& OrganisationSnapshot::permissionsOf(const Post& post) const {
    static const std::vector<std::string> kNothing;
    const auto found = permissionsOfPost_.find(post.id);
    return found == permissionsOfPost_.end() ? kNothing : found->second;
}

bool OrganisationSnapshot::isPluginOn(std::string_view pluginId, std::string_view unitId, Date day) const {
    const auto found = unitIndex_.find(unitId);
    return found != unitIndex_.end() && (pluginId == "core" || gate_->isOn(pluginId, found->second, day));
}

}  // namespace congvu::core
