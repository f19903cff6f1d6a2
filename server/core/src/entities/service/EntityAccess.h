// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/DirectoryService.h"
#include "shared/service/ContributionTable.h"
#include "shared/service/PluginFactsCache.h"

#include "congvu/db/Db.h"
#include "congvu/entities/Entities.h"
#include "congvu/http/Caller.h"
#include "congvu/ids/Id.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// Who may see which entity of which plugin: the unit gate and the permission of the manifest first, then the plugin's own policy. What
/// nobody answers for is seen by nobody. Thread-safe.
class EntityAccess {
public:
    EntityAccess(db::Db& db, const PluginFactsCache& plugins, const DirectoryService& directory)
        : db_(db), plugins_(plugins), directory_(directory) {}

    void add(const std::string& plugin, const std::string& type, std::shared_ptr<const entities::EntityViews> views) {
        views_.add(plugin, type, std::move(views));
    }
    void removeAllOf(std::string_view plugin) { views_.removeAllOf(plugin); }

    /// True when the caller may see entities of this type at all.
    [[nodiscard]] bool isOffered(const http::Caller& caller, std::string_view plugin, std::string_view type) const;
    /// Those of the ids that the caller may see, in any order.
    [[nodiscard]] std::vector<entities::EntitySummary> visible(db::Reader& reader, const http::Caller& caller, std::string_view plugin,
                                                               std::string_view type, const std::vector<std::string>& ids) const;
    [[nodiscard]] std::optional<entities::EntitySummary> find(db::Reader& reader, const http::Caller& caller,
                                                              const EntityRef& entity) const;
    /// AppError notFound unless the caller may see it.
    [[nodiscard]] entities::EntitySummary require(db::Reader& reader, const http::Caller& caller, const EntityRef& entity) const;
    /// The same for whoever has not begun to read yet: acts ask this before they look at what was sent.
    void requireVisible(const http::Caller& caller, const EntityRef& entity) const;

private:
    db::Db& db_;
    const PluginFactsCache& plugins_;
    const DirectoryService& directory_;
    ContributionTable<entities::EntityViews> views_;
};

}  // namespace congvu::core
