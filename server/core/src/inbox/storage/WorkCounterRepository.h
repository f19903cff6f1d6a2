// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inbox/domain/WorkItem.h"

#include "congvu/db/Tx.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// All SQL of the counter rows and of what people have read. A counter is always the number of its open items.
class WorkCounterRepository {
public:
    void add(db::Tx& tx, const WorkItem& item) const;
    void subtract(db::Tx& tx, const WorkItem& item) const;
    /// Open items of all these assignees together, per plugin, kind and nearness of the deadline.
    [[nodiscard]] std::vector<WorkCount> open(db::Reader& reader, const std::vector<std::string>& assigneeKeys,
                                              const std::vector<std::string>& plugins, const DueDates& dates) const;

    /// False when the person had read it already.
    [[nodiscard]] bool markRead(db::Tx& tx, const WorkItem& item, std::string_view personId) const;
    /// Forgets who has read an item that is done.
    void forgetReaders(db::Tx& tx, const WorkItem& item) const;
    /// How many open items of these assignees the person has read.
    [[nodiscard]] std::int64_t readBy(db::Reader& reader, std::string_view personId, const std::vector<std::string>& assigneeKeys,
                                      const std::vector<std::string>& plugins) const;
};

}  // namespace congvu::core
