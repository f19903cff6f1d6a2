// SPDX-License-Identifier: Apache-2.0
#include "settings/http/SettingsHandlers.h"

#include "organisation/service/OrganisationAccess.h"
#include "shared/domain/ItemList.h"

namespace congvu::core {

http::Response SettingsHandlers::list(const http::Request& request) const {
    const auto unitId = request.query("unitId").value_or("");
    if (!unitId.empty()) {
        requireUnit(*organisation_.current(), request.caller(), unitId);
    }
    return http::Response::json(ItemList<SettingItem>{settings_.list(unitId)});
}

http::Response SettingsHandlers::change(const http::Request& request) const {
    const auto input = request.body<SettingChanges>();
    settings_.change(request.caller(), input);
    return http::Response::json(ItemList<SettingItem>{settings_.list(input.unitId.value_or(""))});
}

}  // namespace congvu::core
