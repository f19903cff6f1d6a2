// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Extension.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// Requests to move a deadline.
class ExtensionRepository {
public:
    /// Numbers the request within its task and stores it; answers the number.
    static int insert(db::Tx& tx, const Extension& extension);
    static std::optional<Extension> find(db::Reader& reader, std::string_view id);
    /// Stores state, decision and granted date.
    static void decide(db::Tx& tx, const Extension& extension);
    /// Oldest first, at most 100.
    static std::vector<Extension> ofTask(db::Reader& reader, std::string_view taskId);
};

}  // namespace congvu::tasks
