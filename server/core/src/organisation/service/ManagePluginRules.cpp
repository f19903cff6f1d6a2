// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/ManagePluginRules.h"

#include "organisation/service/OrganisationAccess.h"
#include "shared/service/AuditDetail.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"

namespace congvu::core {

void ManagePluginRules::check(const http::Caller& by, const std::vector<PluginRule>& changes) const {
    const auto organisation = store_.current();
    std::vector<FieldError> errors;
    for (std::size_t index = 0; index < changes.size(); ++index) {
        const auto& change = changes[index];
        const auto at = "/changes/" + std::to_string(index);
        if (organisation->unit(change.unitId) == nullptr) {
            errors.push_back({at + "/unitId", "core.unknown-unit", {}});
        } else {
            requireUnit(*organisation, by, change.unitId);
        }
        if (change.pluginId == "core") {
            errors.push_back({at + "/pluginId", "core.core-stays-on", {}});
        } else if (!plugins_.isKnown(change.pluginId) && change.rule != RuleKind::inherit) {
            errors.push_back({at + "/pluginId", "core.unknown-plugin", {}});
        }
        if (change.from && change.until && *change.until < *change.from) {
            errors.push_back({at + "/until", "core.until-before-from", {}});
        }
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
}

void ManagePluginRules::change(const http::Caller& by, const std::vector<PluginRule>& changes) {
    check(by, changes);
    store_.changeRights([&](db::Tx& tx) {
        for (const auto& change : changes) {
            if (change.rule == RuleKind::inherit) {
                units_.removeRule(tx, change.unitId, change.pluginId);
            } else {
                units_.putRule(tx, change);
            }
            audit_.record(tx, by, "core.plugin-rule-changed", {"core", "unit", change.unitId},
                          auditDetail({{"plugin", change.pluginId},
                                       {"rule", std::string{json::nameOf(change.rule)}},
                                       {"from", change.from ? change.from->toString() : ""},
                                       {"until", change.until ? change.until->toString() : ""},
                                       {"reason", change.reason}}));
        }
    });
}

}  // namespace congvu::core
