// SPDX-License-Identifier: Apache-2.0
#include "mandates/service/MandatePowers.h"

#include "congvu/json/Encode.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace congvu::core {

namespace {

/// Calls `visit` with what each running plugin says about any of the acts.
template <class Visit>
void forActs(const PluginFactsCache& plugins, const std::vector<mandates::Act>& acts, Visit visit) {
    const auto all = plugins.all();
    for (const auto& plugin : *all) {
        for (const auto& fact : plugin.mandates) {
            if (std::any_of(acts.begin(), acts.end(), [&](mandates::Act act) { return json::nameOf(act) == fact.act; })) {
                visit(fact);
            }
        }
    }
}

}  // namespace

std::vector<std::string> MandatePowers::permissionsOf(const std::vector<mandates::Act>& acts, const std::vector<std::string>& held) const {
    std::set<std::string> opened;
    forActs(plugins_, acts, [&](const MandateFact& fact) {
        opened.insert(fact.permissions.begin(), fact.permissions.end());
        opened.insert(fact.reading.begin(), fact.reading.end());
    });
    std::vector<std::string> permissions;
    std::set_intersection(opened.begin(), opened.end(), held.begin(), held.end(), std::back_inserter(permissions));
    return permissions;
}

std::vector<std::string> MandatePowers::workOf(const std::vector<mandates::Act>& acts) const {
    std::set<std::string> kinds;
    forActs(plugins_, acts, [&](const MandateFact& fact) { kinds.insert(fact.work.begin(), fact.work.end()); });
    return {kinds.begin(), kinds.end()};
}

bool MandatePowers::holds(const std::vector<std::string>& held, mandates::Act act) const {
    bool found = false;
    forActs(plugins_, {act}, [&](const MandateFact& fact) {
        found = found || std::any_of(fact.permissions.begin(), fact.permissions.end(), [&](const std::string& permission) {
                    return std::binary_search(held.begin(), held.end(), permission);
                });
    });
    return found;
}

}  // namespace congvu::core
