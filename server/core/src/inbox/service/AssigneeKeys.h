// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inbox/storage/WorkItemRepository.h"

#include "congvu/db/Db.h"
#include "congvu/http/Caller.h"

#include <mutex>
#include <set>
#include <string>
#include <vector>

namespace congvu::core {

/// Which assignee keys a caller's work may lie under: the acting post, and unit and agency with each permission that work was ever
/// given to. An agency's items reach all its units. Knows the permissions in use, so that the list stays short. Thread-safe.
class AssigneeKeys {
public:
    explicit AssigneeKeys(db::Db& db) : db_(db) { reload(); }

    [[nodiscard]] std::vector<std::string> of(const http::Caller& caller) const;
    /// Remembers a permission the first time it is used; part of the item's transaction.
    void remember(db::Tx& tx, const std::string& permission);
    void reload();

private:
    db::Db& db_;
    WorkItemRepository repository_;
    mutable std::mutex mutex_;
    std::set<std::string> permissions_;
};

}  // namespace congvu::core
