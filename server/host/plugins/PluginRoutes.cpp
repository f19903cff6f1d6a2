// SPDX-License-Identifier: Apache-2.0
#include "plugins/PluginRoutes.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace congvu::host {

PluginRoutes::PluginRoutes(Router& router, const Manifest& manifest, std::string prefix, Contributions& contributions)
    : router_(router), manifest_(manifest), prefix_(std::move(prefix)), contributions_(contributions) {}

void PluginRoutes::add(http::Route route) {
    if (route.access == http::Access::permission) {
        const auto& known = manifest_.permissions;
        const bool isDeclared = std::any_of(known.begin(), known.end(), [&](const auto& fact) { return fact.id == route.permission; });
        if (!isDeclared) {
            throw std::logic_error(manifest_.id + "/plugin.json: permissions does not declare \"" + route.permission + "\", which route " +
                                   std::string{methodName(route.method)} + ' ' + prefix_ + route.path + " needs");
        }
        contributions_.routePermissions.push_back(route.permission);
    }
    router_.add(manifest_.id, prefix_, std::move(route));
}

}  // namespace congvu::host
