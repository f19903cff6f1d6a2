// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "inbox/domain/WorkItem.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// All SQL of work items themselves. Whoever changes items changes the counters too (WorkCounterRepository).
class WorkItemRepository {
public:
    /// False when the same entity, kind and assignee is open already.
    [[nodiscard]] bool insert(db::Tx& tx, const WorkItem& item) const;
    /// Open items of an entity; empty kind or assignee: of any.
    [[nodiscard]] std::vector<WorkItem> openOf(db::Reader& reader, const EntityRef& entity, std::string_view kind,
                                               std::string_view assigneeKey) const;
    void setDone(db::Tx& tx, std::string_view id, Timestamp at) const;
    void setDue(db::Tx& tx, std::string_view id, std::optional<Date> dueOn) const;
    [[nodiscard]] std::optional<WorkItem> find(db::Reader& reader, std::string_view id) const;

    /// Items of all parts of a desk. Open ones newest first, by deadline when the filter asks for one, done ones by the day they were
    /// done. Reads at most a page per part.
    [[nodiscard]] db::Page<WorkItem> list(db::Reader& reader, const std::vector<DeskPart>& desk, const std::vector<std::string>& plugins,
                                          const WorkFilter& filter, const DueDates& dates, std::string_view personId,
                                          const db::PageRequest& page) const;

    /// How many items of the part are open, at most db::kTotalCap.
    [[nodiscard]] std::int64_t countOpen(db::Reader& reader, const DeskPart& part, const std::vector<std::string>& plugins) const;

    /// Open items due on or before the day that come after (dueOn, id), by deadline, at most 500.
    [[nodiscard]] std::vector<WorkItem> dueUntil(db::Reader& reader, Date day, const std::string& afterDueOn,
                                                 const std::string& afterId) const;
    void setReminded(db::Tx& tx, std::string_view id, std::string_view state) const;

    [[nodiscard]] std::vector<std::string> assigneePermissions(db::Reader& reader) const;
    void addAssigneePermission(db::Tx& tx, std::string_view permission) const;
};

}  // namespace congvu::core
