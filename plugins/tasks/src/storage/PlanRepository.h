// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Plan.h"
#include "domain/TaskRights.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::tasks {

/// A programme with what its items add up to.
struct PlanSum {
    Plan plan;
    std::int64_t items = 0;
    std::int64_t done = 0;
    std::int64_t percent = 0;  ///< mean of its items, rounded down
};

/// An item and how its task stands, if it has one.
struct PlanItemRow {
    PlanItem item;
    std::optional<TaskState> taskState;
    bool mayOpenTask = false;
};

/// Programmes, their items and the files of evidence. An item with a task has the task's percent; a done task counts 100.
class PlanRepository {
public:
    static constexpr std::int64_t kMostItems = 1000;

    static void insert(db::Tx& tx, const Plan& plan);
    /// False when the stored version is not plan.version - 1.
    static bool update(db::Tx& tx, const Plan& plan);
    static std::optional<Plan> find(db::Reader& reader, std::string_view id, std::string_view agencyId);
    /// Newest year first, at most 200.
    static std::vector<PlanSum> ofAgency(db::Reader& reader, std::string_view agencyId);

    static void insertItem(db::Tx& tx, const PlanItem& item);
    /// False when the stored version is not item.version - 1.
    static bool updateItem(db::Tx& tx, const PlanItem& item);
    static void removeItem(db::Tx& tx, std::string_view id);
    static std::optional<PlanItemRow> findItem(db::Reader& reader, std::string_view planId, std::string_view id);
    /// In their order, at most kMostItems; with whether the viewer may open their tasks.
    static std::vector<PlanItemRow> items(db::Reader& reader, std::string_view planId, const Viewer& viewer);
    static std::int64_t countItems(db::Reader& reader, std::string_view planId);
    /// Names the task of an item; false when it has one already.
    static bool nameTask(db::Tx& tx, std::string_view itemId, std::string_view taskId);

    static void insertEvidence(db::Tx& tx, std::string_view planId, const Evidence& evidence);
    /// Of all items of a programme, oldest first, at most 2000.
    static std::vector<Evidence> evidence(db::Reader& reader, std::string_view planId);
    static bool hasEvidence(db::Reader& reader, std::string_view planId, std::string_view itemId, std::string_view fileId);
    static std::int64_t countEvidence(db::Reader& reader, std::string_view itemId);
};

}  // namespace congvu::tasks
