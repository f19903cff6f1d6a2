// SPDX-License-Identifier: Apache-2.0
#include "organisation/storage/RoleRepository.h"

namespace congvu::core {

void RoleRepository::insert(db::Tx& tx, const Role& role) const {
    tx.execute("INSERT INTO core_role (id, name_vi, name_en, built_in, sort_order, version) VALUES ($1, $2, $3, FALSE, 100, 1)",
               {role.id, role.name.vi, role.name.en});
    insertPermissions(tx, role);
}

std::optional<std::int64_t> RoleRepository::versionOf(db::Reader& reader, std::string_view id) const {
    return reader.one("SELECT version FROM core_role WHERE id = $1", {id}, [](const db::Row& row) { return row.integer(0); });
}

bool RoleRepository::update(db::Tx& tx, const Role& role, std::int64_t expectedVersion) const {
    const auto changed = tx.execute("UPDATE core_role SET name_vi = $3, name_en = $4, version = version + 1 WHERE id = $1 AND version = $2",
                                    {role.id, expectedVersion, role.name.vi, role.name.en});
    if (changed != 1) {
        return false;
    }
    tx.execute("DELETE FROM core_role_permission WHERE role_id = $1", {role.id});
    insertPermissions(tx, role);
    return true;
}

bool RoleRepository::isNewPermission(db::Tx& tx, std::string_view permission) const {
    return tx.execute("INSERT INTO core_permission_seen (permission) VALUES ($1) ON CONFLICT DO NOTHING", {permission}) == 1;
}

void RoleRepository::grant(db::Tx& tx, std::string_view roleId, std::string_view permission) const {
    tx.execute(R"(
        INSERT INTO core_role_permission (role_id, permission) SELECT id, CAST($2 AS TEXT) FROM core_role WHERE id = $1
        ON CONFLICT DO NOTHING)",
               {roleId, permission});
}

std::vector<std::string> RoleRepository::seenPermissions(db::Reader& reader) const {
    return reader.list("SELECT permission FROM core_permission_seen ORDER BY permission LIMIT 100000", {},
                       [](const db::Row& row) { return row.string(0); });
}

void RoleRepository::insertPermissions(db::Tx& tx, const Role& role) const {
    for (const auto& permission : role.permissions) {
        tx.execute("INSERT INTO core_role_permission (role_id, permission) VALUES ($1, $2) ON CONFLICT DO NOTHING", {role.id, permission});
    }
}

}  // namespace congvu::core
