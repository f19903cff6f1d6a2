// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Urging.h"

#include <string_view>
#include <vector>

namespace congvu::tasks {

/// The log of urgings.
class UrgingRepository {
public:
    static void insert(db::Tx& tx, const Urging& urging);
    /// Newest first, at most 100.
    static std::vector<Urging> ofTask(db::Reader& reader, std::string_view taskId);
};

}  // namespace congvu::tasks
