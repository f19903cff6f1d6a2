// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/ids/Id.h"
#include "congvu/inbox/Timeline.h"

#include <vector>

namespace congvu::core {

/// All SQL of timelines.
class TimelineRepository {
public:
    void insert(db::Tx& tx, const EntityRef& entity, const inbox::TimelineEntry& entry) const;
    /// Oldest first, at most 500.
    [[nodiscard]] std::vector<inbox::TimelineEntry> read(db::Reader& reader, const EntityRef& entity) const;
};

}  // namespace congvu::core
