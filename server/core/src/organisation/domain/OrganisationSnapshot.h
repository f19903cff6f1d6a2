// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/OrganisationData.h"
#include "organisation/domain/UnitGate.h"
#include "shared/domain/StringMap.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// One immutable state of the organisation with the ways through it: parents, subtrees, posts of a unit, permissions of a post.
/// Shared by all threads; a change makes a new snapshot. Pointers live as long as the snapshot.
class OrganisationSnapshot {
public:
    explicit OrganisationSnapshot(OrganisationData data);

    [[nodiscard]] std::int64_t revision() const { return data_.revision; }
    [[nodiscard]] const std::vector<Unit>& units() const { return data_.units; }
    [[nodiscard]] const std::vector<Person>& people() const { return data_.people; }
    [[nodiscard]] const std::vector<Post>& posts() const { return data_.posts; }
    [[nodiscard]] const std::vector<Role>& roles() const { return data_.roles; }
    [[nodiscard]] const std::vector<PluginRule>& rules() const { return data_.rules; }

    [[nodiscard]] const Unit* unit(std::string_view id) const;
    [[nodiscard]] const Person* person(std::string_view id) const;
    [[nodiscard]] const Person* personByUsername(std::string_view usernameKey) const;
    [[nodiscard]] const Post* post(std::string_view id) const;
    [[nodiscard]] const Role* role(std::string_view id) const;

    /// The agency a unit belongs to: itself, or the nearest agency above; empty for an unknown unit.
    [[nodiscard]] const std::string& agencyOf(std::string_view unitId) const;
    [[nodiscard]] bool isInSubtree(std::string_view unitId, std::string_view rootId) const;
    /// The unit and all below it, top first.
    [[nodiscard]] std::vector<std::string> subtree(std::string_view unitId) const;
    [[nodiscard]] bool isRoot(std::string_view unitId) const;

    [[nodiscard]] std::vector<const Post*> postsOfUnit(std::string_view unitId) const;
    [[nodiscard]] std::vector<const Post*> postsOfPerson(std::string_view personId) const;
    /// In force that day, of an active person in an active unit.
    [[nodiscard]] bool isActive(const Post& post, Date day) const;
    /// Permissions of all roles of the post, sorted, each once.
    [[nodiscard]] const std::vector<std::string>& permissionsOf(const Post& post) const;

    /// The unit gate; an unknown unit has everything off.
    [[nodiscard]] bool isPluginOn(std::string_view pluginId, std::string_view unitId, Date day) const;

private:
    void indexUnits();
    void indexPosts();
    void collectPermissions(const Post& post);

    OrganisationData data_;
    StringMap<std::size_t> unitIndex_;
    StringMap<std::size_t> personIndex_;
    StringMap<std::size_t> personByUsername_;
    StringMap<std::size_t> postIndex_;
    StringMap<std::size_t> roleIndex_;
    std::vector<std::size_t> parents_;  ///< by unit; kNone for the root
    std::vector<std::size_t> agencies_;
    std::vector<std::vector<std::size_t>> children_;
    StringMap<std::vector<std::size_t>> postsOfUnit_;
    StringMap<std::vector<std::size_t>> postsOfPerson_;
    StringMap<std::vector<std::string>> permissionsOfPost_;
    std::unique_ptr<const UnitGate> gate_;
};

}  // namespace congvu::core
