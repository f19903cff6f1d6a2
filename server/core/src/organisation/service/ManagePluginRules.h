// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/PluginRule.h"
#include "organisation/service/OrganisationStore.h"
#include "organisation/storage/UnitRepository.h"
#include "shared/service/PluginFactsCache.h"

#include "congvu/audit/Audit.h"

#include <vector>

namespace congvu::core {

/// Turns plugins on and off per unit. All changes of one call are made or none; they hold from the next request on.
class ManagePluginRules {
public:
    ManagePluginRules(OrganisationStore& store, const PluginFactsCache& plugins, audit::Audit& audit)
        : store_(store), plugins_(plugins), audit_(audit) {}

    void change(const http::Caller& by, const std::vector<PluginRule>& changes);

private:
    void check(const http::Caller& by, const std::vector<PluginRule>& changes) const;

    OrganisationStore& store_;
    const PluginFactsCache& plugins_;
    audit::Audit& audit_;
    UnitRepository units_;
};

}  // namespace congvu::core
