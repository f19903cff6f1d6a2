// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/LabelDescription.h"

#include "congvu/json/Description.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::core {

/// One line of GET /settings: the value in force for the unit asked about, and where it comes from.
struct SettingItem {
    std::string key;
    std::string plugin;
    std::string type;
    Label label;
    std::vector<std::string> choices;
    std::string scope;
    json::RawJson value;                       ///< of a secret only whether there is one: true or false
    std::optional<std::string> inheritedFrom;  ///< name of the unit upwards, "system" or "default"; nothing for the unit's own value
    json::RawJson defaultValue;
};

/// One changed value; null takes the unit's own value away. Text, number and boolean values come as themselves.
struct SettingChange {
    std::string key;
    json::RawJson value;
};

/// Body of PUT /settings; without a unit the system's values are meant.
struct SettingChanges {
    std::optional<std::string> unitId;
    std::vector<SettingChange> changes;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::SettingItem> {
    static auto fields() {
        using Item = congvu::core::SettingItem;
        return std::tuple{field("key", &Item::key),
                          field("plugin", &Item::plugin),
                          field("type", &Item::type),
                          field("label", &Item::label),
                          field("choices", &Item::choices),
                          field("scope", &Item::scope),
                          field("value", &Item::value),
                          field("inheritedFrom", &Item::inheritedFrom),
                          field("default", &Item::defaultValue)};
    }
};
template <>
struct congvu::json::Description<congvu::core::SettingChange> {
    static auto fields() {
        using Change = congvu::core::SettingChange;
        return std::tuple{field("key", &Change::key).required().maxLength(100), field("value", &Change::value)};
    }
};
template <>
struct congvu::json::Description<congvu::core::SettingChanges> {
    static auto fields() {
        using Changes = congvu::core::SettingChanges;
        return std::tuple{field("unitId", &Changes::unitId).maxLength(26),
                          field("changes", &Changes::changes).required().minLength(1).maxLength(200)};
    }
};
