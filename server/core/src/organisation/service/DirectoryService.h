// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/OrganisationStore.h"
#include "shared/service/PluginFactsCache.h"

#include "congvu/directory/Directory.h"
#include "congvu/http/Caller.h"
#include "congvu/time/Clock.h"

namespace congvu::core {

/// Answers the sdk's questions about units and posts, and the unit gate, from the snapshot in memory.
class DirectoryService final : public directory::Directory {
public:
    DirectoryService(const OrganisationStore& store, const PluginFactsCache& plugins, const Clock& clock)
        : store_(store), plugins_(plugins), clock_(clock) {}

    [[nodiscard]] std::optional<directory::UnitInfo> unit(std::string_view id) const override;
    [[nodiscard]] std::optional<directory::PostInfo> post(std::string_view id) const override;
    [[nodiscard]] std::vector<directory::PostInfo> postsOfUnit(std::string_view unitId, std::string_view permission) const override;
    [[nodiscard]] std::vector<directory::PostInfo> postsOfAgency(std::string_view agencyId, std::string_view permission) const override;
    [[nodiscard]] std::optional<directory::UnitInfo> agencyByOrganId(std::string_view organId) const override;
    [[nodiscard]] std::vector<std::string> subtree(std::string_view unitId) const override;
    [[nodiscard]] bool isInSubtree(std::string_view unitId, std::string_view rootId) const override;
    [[nodiscard]] bool isPluginOn(std::string_view pluginId, std::string_view unitId) const override;
    [[nodiscard]] bool isPluginOnForEveryone(std::string_view pluginId) const override;

    /// UnitGate for the unit in which the post acts; off for a post that is not there.
    [[nodiscard]] bool isPluginOnForPost(std::string_view pluginId, std::string_view postId) const;
    /// Running plugins that are on for the unit, "core" included: what lists of work, notifications and search hits may show there.
    [[nodiscard]] std::vector<std::string> visiblePlugins(std::string_view unitId) const;
    /// The same for a caller; while acting by a mandate only plugins of which it opens something.
    [[nodiscard]] std::vector<std::string> visiblePlugins(const http::Caller& caller) const;
    /// Active posts that an assignee "unit with permission" means: the unit's own, and for an agency those of all its units.
    [[nodiscard]] std::vector<std::string> postsMeant(std::string_view unitId, std::string_view permission) const;

private:
    const OrganisationStore& store_;
    const PluginFactsCache& plugins_;
    const Clock& clock_;
};

}  // namespace congvu::core
