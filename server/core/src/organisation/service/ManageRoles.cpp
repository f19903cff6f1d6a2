// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/ManageRoles.h"

#include "organisation/service/OrganisationAccess.h"
#include "shared/service/AuditDetail.h"
#include "shared/service/SystemCaller.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"

#include <algorithm>

namespace congvu::core {

namespace {

EntityRef roleRef(std::string_view id) {
    return {"core", "role", std::string{id}};
}

}  // namespace

std::vector<PermissionItem> ManageRoles::permissions() const {
    std::vector<PermissionItem> items;
    for (const auto& plugin : *plugins_.all()) {
        for (const auto& permission : plugin.permissions) {
            items.push_back({permission.id, plugin.id, permission.label});
        }
    }
    return items;
}

void ManageRoles::check(const RoleInput& input) const {
    const auto known = permissions();
    // A permission of a plugin that is not running now may stay in a role that has it.
    const auto seen = db_.read([&](db::Reader& reader) { return roles_.seenPermissions(reader); });
    std::vector<FieldError> errors;
    for (std::size_t index = 0; index < input.permissions.size(); ++index) {
        const auto isSame = [&](const PermissionItem& item) { return item.id == input.permissions[index]; };
        const bool isRemembered = std::binary_search(seen.begin(), seen.end(), input.permissions[index]);
        if (!isRemembered && std::none_of(known.begin(), known.end(), isSame)) {
            errors.push_back({"/permissions/" + std::to_string(index), "core.unknown-permission", {}});
        }
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
}

std::string ManageRoles::create(const http::Caller& by, const RoleInput& input) {
    requireWholeSystem(*store_.current(), by);
    check(input);
    Role role{newId(), input.name, input.permissions, false, 1};
    store_.changeRights([&](db::Tx& tx) {
        roles_.insert(tx, role);
        audit_.record(tx, by, "core.role-created", roleRef(role.id),
                      auditDetail({{"name", role.name.vi}, {"permissions", joined(role.permissions)}}));
    });
    return role.id;
}

Role ManageRoles::change(const http::Caller& by, std::string_view roleId, const RoleInput& input,
                         std::optional<std::int64_t> expectedVersion) {
    const auto organisation = store_.current();
    requireWholeSystem(*organisation, by);
    const auto* known = organisation->role(roleId);
    if (known == nullptr) {
        throw AppError::notFound();
    }
    check(input);
    Role role{known->id, input.name, input.permissions, known->builtIn, 1};
    store_.changeRights([&](db::Tx& tx) {
        const auto version = expectedVersion.value_or(roles_.versionOf(tx, roleId).value_or(0));
        if (!roles_.update(tx, role, version)) {
            throw AppError::stale();
        }
        role.version = version + 1;
        audit_.record(tx, by, "core.role-changed", roleRef(roleId),
                      auditDetail({{"name", role.name.vi}, {"permissions", joined(role.permissions)}}));
    });
    return role;
}

void ManageRoles::grantDefaults() {
    const auto plugins = plugins_.all();
    const auto seen = db_.read([&](db::Reader& reader) { return roles_.seenPermissions(reader); });
    std::vector<PermissionFact> fresh;
    for (const auto& plugin : *plugins) {
        for (const auto& permission : plugin.permissions) {
            if (!std::binary_search(seen.begin(), seen.end(), permission.id)) {
                fresh.push_back(permission);
            }
        }
    }
    if (fresh.empty()) {
        return;
    }
    store_.changeRights([&](db::Tx& tx) {
        for (const auto& permission : fresh) {
            if (!roles_.isNewPermission(tx, permission.id)) {
                continue;
            }
            for (const auto& role : permission.roles) {
                roles_.grant(tx, role, permission.id);
                audit_.record(tx, systemCaller(), "core.permission-granted", roleRef(role), auditDetail({{"permission", permission.id}}));
            }
        }
    });
}

}  // namespace congvu::core
