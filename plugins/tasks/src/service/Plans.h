// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/time/Clock.h"
#include "service/PlanViews.h"
#include "service/TargetResolver.h"
#include "service/TaskPresenter.h"
#include "storage/PlanRepository.h"

#include <string>
#include <string_view>

namespace congvu::tasks {

/// Programmes and their items. Everybody of the agency reads them; the heads write those of units below their own, leaders and office
/// (tasks.supervise) all of the agency. AppError notFound for another agency's, forbidden for one that is not the caller's to write,
/// conflict "tasks.plan-closed" once it is closed.
class Plans {
public:
    struct Needs {
        db::Db& db;
        const TaskPresenter& presenter;
        const TargetResolver& targets;
        const directory::Directory& directory;
        inbox::Timeline& timeline;
        audit::Audit& audit;
        const Clock& clock;
    };
    explicit Plans(const Needs& needs) : needs_(needs) {}

    [[nodiscard]] PlanList list(const http::Caller& caller) const;
    [[nodiscard]] PlanDetail detail(const http::Caller& caller, std::string_view planId) const;
    /// AppError notFound unless the programme (and the item, where one is named) is the agency's. Acts ask this before they look at what
    /// was sent.
    void requirePlan(const http::Caller& caller, std::string_view planId) const;
    void requireItem(const http::Caller& caller, std::string_view planId, std::string_view itemId) const;
    std::string create(const http::Caller& caller, const PlanInput& input);
    void change(const http::Caller& caller, std::string_view planId, const PlanInput& input, std::int64_t version);
    std::string addItem(const http::Caller& caller, std::string_view planId, const PlanItemInput& input);
    /// An item that has a task keeps who answers and until when; the task is changed instead (conflict "tasks.item-has-task").
    void changeItem(const http::Caller& caller, std::string_view planId, std::string_view itemId, const PlanItemInput& input,
                    std::int64_t version);
    /// AppError conflict "tasks.item-in-use" for an item with a task or evidence.
    void removeItem(const http::Caller& caller, std::string_view planId, std::string_view itemId);

    /// The plan, if the caller may write it and it is open.
    [[nodiscard]] Plan writable(db::Reader& reader, const http::Caller& caller, std::string_view planId) const;
    [[nodiscard]] bool mayManage(const http::Caller& caller, const Plan& plan) const;
    /// Whether the caller may report on an item: whoever writes the plan, the item's post, or the head of its unit or of one above it.
    [[nodiscard]] bool mayReport(const http::Caller& caller, const Plan& plan, const PlanItem& item) const;
    void note(db::Tx& tx, const http::Caller& caller, std::string_view planId, const std::string& act, const std::string& words = {}) const;

private:
    [[nodiscard]] PlanItem checked(const http::Caller& caller, const PlanItemInput& input) const;
    [[nodiscard]] PlanView view(const http::Caller& caller, const PlanSum& sum) const;
    [[nodiscard]] PlanItemView itemView(const http::Caller& caller, const Plan& plan, const PlanItemRow& row) const;

    Needs needs_;
};

}  // namespace congvu::tasks
