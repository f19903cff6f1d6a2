// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/LabelDescription.h"

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::core {

/// A named set of permissions that posts get.
struct Role {
    std::string id;
    Label name;
    std::vector<std::string> permissions;  ///< sorted
    bool builtIn = false;
    std::int64_t version = 1;
};

/// What POST /roles and PUT /roles/{id} take.
struct RoleInput {
    Label name;
    std::vector<std::string> permissions;
};

/// One line of GET /permissions.
struct PermissionItem {
    std::string id;
    std::string plugin;
    Label label;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::Role> {
    static auto fields() {
        using Role = congvu::core::Role;
        return std::tuple{field("id", &Role::id), field("name", &Role::name), field("permissions", &Role::permissions),
                          field("builtIn", &Role::builtIn), field("version", &Role::version)};
    }
};
template <>
struct congvu::json::Description<congvu::core::RoleInput> {
    static auto fields() {
        using Input = congvu::core::RoleInput;
        return std::tuple{field("name", &Input::name).required(), field("permissions", &Input::permissions).maxLength(500)};
    }
};
template <>
struct congvu::json::Description<congvu::core::PermissionItem> {
    static auto fields() {
        using Item = congvu::core::PermissionItem;
        return std::tuple{field("id", &Item::id), field("plugin", &Item::plugin), field("label", &Item::label)};
    }
};
