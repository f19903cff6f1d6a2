// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/service/PluginFactsCache.h"

#include "congvu/mandates/Mandates.h"

#include <string>
#include <vector>

namespace congvu::core {

/// What a mandate for an act opens, from the manifests of the running plugins: permissions and kinds of work. What no manifest names
/// cannot be entrusted to anybody.
class MandatePowers {
public:
    explicit MandatePowers(const PluginFactsCache& plugins) : plugins_(plugins) {}

    /// Of the permissions that the giver's post holds, those that the acts need; sorted.
    [[nodiscard]] std::vector<std::string> permissionsOf(const std::vector<mandates::Act>& acts,
                                                         const std::vector<std::string>& held) const;
    /// Kinds of work items that the acts answer; sorted.
    [[nodiscard]] std::vector<std::string> workOf(const std::vector<mandates::Act>& acts) const;
    /// Has a post with these permissions anything to entrust under the act? Reading alone is no such thing.
    [[nodiscard]] bool holds(const std::vector<std::string>& held, mandates::Act act) const;

private:
    const PluginFactsCache& plugins_;
};

}  // namespace congvu::core
