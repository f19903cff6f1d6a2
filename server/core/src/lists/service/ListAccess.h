// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/DirectoryService.h"
#include "shared/service/ContributionTable.h"
#include "shared/service/PluginFactsCache.h"

#include "congvu/http/Caller.h"
#include "congvu/lists/Lists.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::core {

/// A list that the caller may open.
struct OpenList {
    std::string id;  ///< "incoming.documents"
    ListFact fact;
    std::shared_ptr<const lists::ListSource> source;
};

/// Which lists there are for a caller: the unit gate and the permission of the manifest decide. Thread-safe.
class ListAccess {
public:
    ListAccess(const PluginFactsCache& plugins, const DirectoryService& directory) : plugins_(plugins), directory_(directory) {}

    void add(const std::string& plugin, const std::string& id, std::shared_ptr<const lists::ListSource> source) {
        sources_.add(plugin, id, std::move(source));
    }
    void removeAllOf(std::string_view plugin) { sources_.removeAllOf(plugin); }

    [[nodiscard]] std::optional<OpenList> find(const http::Caller& caller, std::string_view id) const;
    /// AppError notFound for a list that is not there for the caller.
    [[nodiscard]] OpenList require(const http::Caller& caller, std::string_view id) const;

private:
    const PluginFactsCache& plugins_;
    const DirectoryService& directory_;
    ContributionTable<lists::ListSource> sources_;
};

}  // namespace congvu::core
