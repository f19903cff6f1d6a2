// SPDX-License-Identifier: Apache-2.0
#include "inbox/service/AssigneeKeys.h"

namespace congvu::core {

std::vector<std::string> AssigneeKeys::of(const http::Caller& caller) const {
    std::vector<std::string> keys{"post:" + caller.postId};
    const std::lock_guard lock(mutex_);
    for (const auto& permission : permissions_) {
        if (!caller.may(permission)) {
            continue;
        }
        keys.push_back("unit:" + caller.unitId + ":" + permission);
        if (caller.agencyId != caller.unitId) {
            keys.push_back("unit:" + caller.agencyId + ":" + permission);
        }
    }
    return keys;
}

void AssigneeKeys::remember(db::Tx& tx, const std::string& permission) {
    {
        const std::lock_guard lock(mutex_);
        if (permissions_.contains(permission)) {
            return;
        }
    }
    repository_.addAssigneePermission(tx, permission);
    tx.afterCommit([this, permission] {
        const std::lock_guard lock(mutex_);
        permissions_.insert(permission);
    });
}

void AssigneeKeys::reload() {
    const auto stored = db_.read([&](db::Reader& reader) { return repository_.assigneePermissions(reader); });
    const std::lock_guard lock(mutex_);
    permissions_.insert(stored.begin(), stored.end());
}

}  // namespace congvu::core
