// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/Role.h"

#include "congvu/db/Tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// All SQL of roles and their permissions.
class RoleRepository {
public:
    void insert(db::Tx& tx, const Role& role) const;
    /// The stored version of a role.
    [[nodiscard]] std::optional<std::int64_t> versionOf(db::Reader& reader, std::string_view id) const;
    /// Writes the names and replaces the permissions; false when the version is no longer the stored one.
    [[nodiscard]] bool update(db::Tx& tx, const Role& role, std::int64_t expectedVersion) const;

    /// True the first time a permission is met; remembers it.
    [[nodiscard]] bool isNewPermission(db::Tx& tx, std::string_view permission) const;
    void grant(db::Tx& tx, std::string_view roleId, std::string_view permission) const;
    /// Every permission met so far.
    [[nodiscard]] std::vector<std::string> seenPermissions(db::Reader& reader) const;

private:
    void insertPermissions(db::Tx& tx, const Role& role) const;
};

}  // namespace congvu::core
