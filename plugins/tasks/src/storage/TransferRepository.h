// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/TaskRights.h"
#include "domain/TaskTransfer.h"

#include <cstdint>
#include <vector>

namespace congvu::tasks {

/// The open tasks a transfer is about.
class TransferRepository {
public:
    /// Those at that end which the viewer may see, nearest deadline first. Returned tasks are not with their unit and are left out.
    static std::vector<Task> tasksOf(db::Reader& reader, const TransferEnd& from, TransferPart part, const Viewer& viewer,
                                     std::int64_t limit);
};

}  // namespace congvu::tasks
