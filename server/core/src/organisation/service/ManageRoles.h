// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/Role.h"
#include "organisation/service/OrganisationStore.h"
#include "organisation/storage/RoleRepository.h"
#include "shared/service/PluginFactsCache.h"

#include "congvu/audit/Audit.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// Roles and the permissions they carry. They hold for the whole system, so only administrators of the root agency change them.
class ManageRoles {
public:
    ManageRoles(OrganisationStore& store, const PluginFactsCache& plugins, db::Db& db, audit::Audit& audit)
        : store_(store), plugins_(plugins), db_(db), audit_(audit) {}

    [[nodiscard]] std::string create(const http::Caller& by, const RoleInput& input);
    /// Takes effect with the next request of everybody who has the role.
    Role change(const http::Caller& by, std::string_view roleId, const RoleInput& input, std::optional<std::int64_t> expectedVersion);
    /// Gives permissions that were never seen before to the built-in roles their manifests name. What an administrator has taken away
    /// since then stays away.
    void grantDefaults();
    /// All permissions of the running plugins.
    [[nodiscard]] std::vector<PermissionItem> permissions() const;

private:
    void check(const RoleInput& input) const;

    OrganisationStore& store_;
    const PluginFactsCache& plugins_;
    db::Db& db_;
    audit::Audit& audit_;
    RoleRepository roles_;
};

}  // namespace congvu::core
