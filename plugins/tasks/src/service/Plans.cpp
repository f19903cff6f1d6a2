// SPDX-License-Identifier: Apache-2.0
#include "service/Plans.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"
#include "service/Viewing.h"
#include "storage/FieldRepository.h"

#include <map>

namespace congvu::tasks {

namespace {

Plan planOf(db::Reader& reader, const http::Caller& caller, std::string_view planId) {
    auto plan = PlanRepository::find(reader, planId, caller.agencyId);
    if (!plan) {
        throw AppError::notFound();
    }
    return std::move(*plan);
}

PlanItemRow itemOf(db::Reader& reader, std::string_view planId, std::string_view itemId) {
    auto item = PlanRepository::findItem(reader, planId, itemId);
    if (!item) {
        throw AppError::notFound();
    }
    return std::move(*item);
}

bool isSameDuty(const PlanItem& left, const PlanItem& right) {
    return left.unitId == right.unitId && left.postId == right.postId && left.leaderPostId == right.leaderPostId &&
           left.dueOn == right.dueOn;
}

}  // namespace

PlanList Plans::list(const http::Caller& caller) const {
    return needs_.db.read([&](db::Reader& reader) {
        PlanList plans;
        for (const auto& sum : PlanRepository::ofAgency(reader, caller.agencyId)) {
            plans.items.push_back(view(caller, sum));
        }
        return plans;
    });
}

PlanDetail Plans::detail(const http::Caller& caller, std::string_view planId) const {
    return needs_.db.read([&](db::Reader& reader) {
        PlanSum sum{planOf(reader, caller, planId)};
        std::map<std::string, std::vector<Evidence>> files;
        for (auto& file : PlanRepository::evidence(reader, planId)) {
            files[file.itemId].push_back(std::move(file));
        }
        PlanDetail detail;
        std::int64_t percent = 0;
        for (const auto& row : PlanRepository::items(reader, planId, viewerOf(caller))) {
            auto item = itemView(caller, sum.plan, row);
            item.evidence = std::move(files[item.id]);
            const bool isDone = row.taskState ? row.taskState == TaskState::done : item.percent == 100;
            sum.done += isDone ? 1 : 0;
            percent += item.percent;
            detail.items.push_back(std::move(item));
        }
        sum.items = static_cast<std::int64_t>(detail.items.size());
        sum.percent = sum.items == 0 ? 0 : percent / sum.items;
        detail.plan = view(caller, sum);
        return detail;
    });
}

void Plans::requirePlan(const http::Caller& caller, std::string_view planId) const {
    needs_.db.read([&](db::Reader& reader) { return planOf(reader, caller, planId).id; });
}

void Plans::requireItem(const http::Caller& caller, std::string_view planId, std::string_view itemId) const {
    needs_.db.read([&](db::Reader& reader) { return itemOf(reader, planOf(reader, caller, planId).id, itemId).item.id; });
}

std::string Plans::create(const http::Caller& caller, const PlanInput& input) {
    Plan plan;
    plan.id = newId();
    plan.agencyId = caller.agencyId;
    plan.unitId = caller.unitId;
    plan.year = input.year;
    plan.title = input.title;
    plan.symbol = input.symbol;
    plan.state = input.state.value_or(PlanState::draft);
    plan.createdByName = caller.personName;
    plan.createdAt = needs_.clock.now();
    needs_.db.write([&](db::Tx& tx) {
        PlanRepository::insert(tx, plan);
        note(tx, caller, plan.id, "plan-create");
    });
    return plan.id;
}

void Plans::change(const http::Caller& caller, std::string_view planId, const PlanInput& input, std::int64_t version) {
    needs_.db.write([&](db::Tx& tx) {
        auto plan = planOf(tx, caller, planId);
        if (!mayManage(caller, plan)) {
            throw AppError::forbidden();
        }
        const bool isReopened = plan.state == PlanState::closed && input.state && *input.state != PlanState::closed;
        if (plan.state == PlanState::closed && !isReopened) {
            throw AppError(ErrorKind::conflict, "tasks.plan-closed");
        }
        plan.year = input.year;
        plan.title = input.title;
        plan.symbol = input.symbol;
        plan.state = input.state.value_or(plan.state);
        plan.updatedAt = needs_.clock.now();
        plan.version = version + 1;
        if (!PlanRepository::update(tx, plan)) {
            throw AppError::stale();
        }
        note(tx, caller, planId, "plan-change");
    });
}

std::string Plans::addItem(const http::Caller& caller, std::string_view planId, const PlanItemInput& input) {
    auto item = checked(caller, input);
    item.id = newId();
    item.planId = planId;
    needs_.db.write([&](db::Tx& tx) {
        const auto plan = writable(tx, caller, planId);
        if (PlanRepository::countItems(tx, planId) >= PlanRepository::kMostItems) {
            throw AppError(ErrorKind::conflict, "tasks.plan-full", {{"most", std::to_string(PlanRepository::kMostItems)}});
        }
        item.field = FieldRepository::settle(tx, plan.agencyId, input.field);
        PlanRepository::insertItem(tx, item);
        note(tx, caller, planId, "plan-item-add", item.content);
    });
    return item.id;
}

void Plans::changeItem(const http::Caller& caller, std::string_view planId, std::string_view itemId, const PlanItemInput& input,
                       std::int64_t version) {
    auto item = checked(caller, input);
    needs_.db.write([&](db::Tx& tx) {
        const auto plan = writable(tx, caller, planId);
        const auto before = itemOf(tx, planId, itemId).item;
        if (before.taskId && !isSameDuty(before, item)) {
            throw AppError(ErrorKind::conflict, "tasks.item-has-task");
        }
        item.id = before.id;
        item.planId = before.planId;
        item.percent = before.percent;
        item.note = before.note;
        item.version = version + 1;
        item.field = FieldRepository::settle(tx, plan.agencyId, input.field);
        if (!PlanRepository::updateItem(tx, item)) {
            throw AppError::stale();
        }
        note(tx, caller, planId, "plan-item-change", item.content);
    });
}

void Plans::removeItem(const http::Caller& caller, std::string_view planId, std::string_view itemId) {
    needs_.db.write([&](db::Tx& tx) {
        static_cast<void>(writable(tx, caller, planId));
        const auto item = itemOf(tx, planId, itemId).item;
        if (item.taskId || PlanRepository::countEvidence(tx, itemId) > 0) {
            throw AppError(ErrorKind::conflict, "tasks.item-in-use");
        }
        PlanRepository::removeItem(tx, itemId);
        note(tx, caller, planId, "plan-item-remove", item.content);
    });
}

Plan Plans::writable(db::Reader& reader, const http::Caller& caller, std::string_view planId) const {
    auto plan = planOf(reader, caller, planId);
    if (!mayManage(caller, plan)) {
        throw AppError::forbidden();
    }
    if (plan.state == PlanState::closed) {
        throw AppError(ErrorKind::conflict, "tasks.plan-closed");
    }
    return plan;
}

bool Plans::mayManage(const http::Caller& caller, const Plan& plan) const {
    const bool isOwn = caller.may("tasks.supervise") || needs_.directory.isInSubtree(plan.unitId, caller.unitId);
    return caller.may("tasks.create") && plan.agencyId == caller.agencyId && isOwn;
}

bool Plans::mayReport(const http::Caller& caller, const Plan& plan, const PlanItem& item) const {
    const bool isHead = caller.may("tasks.lead") && needs_.directory.isInSubtree(item.unitId, caller.unitId);
    return mayManage(caller, plan) || isHead || item.postId == caller.postId;
}

void Plans::note(db::Tx& tx, const http::Caller& caller, std::string_view planId, const std::string& act, const std::string& words) const {
    const EntityRef entity{"tasks", "plan", std::string{planId}};
    needs_.timeline.append(tx, caller, entity, "tasks.act." + act, words);
    needs_.audit.record(tx, caller, "tasks." + act, entity);
}

PlanItem Plans::checked(const http::Caller& caller, const PlanItemInput& input) const {
    std::vector<FieldError> errors;
    const auto target = needs_.targets.resolve(caller, input.unitId, input.postId, "", errors);
    if (input.leaderPostId && !needs_.targets.isPostOf(*input.leaderPostId, caller.agencyId)) {
        errors.push_back({"/leaderPostId", "tasks.unknown-post", {}});
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    PlanItem item;
    item.content = input.content;
    item.product = input.product;
    item.unitId = target.unitId;
    item.postId = target.postId;
    item.leaderPostId = input.leaderPostId.value_or("");
    item.dueOn = input.dueOn;
    return item;
}

PlanView Plans::view(const http::Caller& caller, const PlanSum& sum) const {
    PlanView view;
    view.id = sum.plan.id;
    view.unit = needs_.presenter.unit(sum.plan.unitId);
    view.year = sum.plan.year;
    view.title = sum.plan.title;
    view.symbol = sum.plan.symbol;
    view.state = sum.plan.state;
    view.createdByName = sum.plan.createdByName;
    view.createdAt = sum.plan.createdAt;
    view.items = sum.items;
    view.done = sum.done;
    view.percent = sum.percent;
    view.mayManage = mayManage(caller, sum.plan);
    view.version = sum.plan.version;
    return view;
}

PlanItemView Plans::itemView(const http::Caller& caller, const Plan& plan, const PlanItemRow& row) const {
    const auto& item = row.item;
    PlanItemView view;
    view.id = item.id;
    view.content = item.content;
    view.product = item.product;
    view.field = item.field;
    view.unit = needs_.presenter.unit(item.unitId);
    view.post = item.postId ? std::optional{needs_.presenter.post(*item.postId)} : std::nullopt;
    view.leader = item.leaderPostId.empty() ? std::nullopt : std::optional{needs_.presenter.post(item.leaderPostId)};
    view.dueOn = item.dueOn;
    view.percent = item.percent;
    view.note = item.note;
    view.taskId = item.taskId;
    view.taskState = row.taskState;
    view.mayOpenTask = row.mayOpenTask;
    view.mayReport = plan.state != PlanState::closed && mayReport(caller, plan, item);
    view.version = item.version;
    return view;
}

}  // namespace congvu::tasks
