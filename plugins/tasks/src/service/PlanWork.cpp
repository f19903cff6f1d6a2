// SPDX-License-Identifier: Apache-2.0
#include "service/PlanWork.h"

#include "congvu/error/AppError.h"
#include "service/TaskMaking.h"

namespace congvu::tasks {

namespace {

void checkEvidence(const std::vector<files::UploadedFile>& uploads) {
    std::vector<FieldError> errors;
    if (uploads.size() > PlanWork::kMostFiles) {
        errors.push_back({"/file", "tasks.too-many-files", {{"most", std::to_string(PlanWork::kMostFiles)}}});
    }
    for (std::size_t index = 0; index < uploads.size(); ++index) {
        const auto& upload = uploads[index];
        if (upload.sizeBytes == 0 || upload.sizeBytes > PlanWork::kLargestFile) {
            const std::string code = upload.sizeBytes == 0 ? "tasks.empty-file" : "tasks.file-too-large";
            errors.push_back({"/file/" + std::to_string(index), code, {{"name", upload.name}}});
        }
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
}

PlanItem reportable(db::Reader& reader, const Plans& plans, const http::Caller& caller, std::string_view planId, std::string_view itemId) {
    const auto plan = PlanRepository::find(reader, planId, caller.agencyId);
    const auto row = plan ? PlanRepository::findItem(reader, planId, itemId) : std::nullopt;
    if (!row) {
        throw AppError::notFound();
    }
    if (!plans.mayReport(caller, *plan, row->item)) {
        throw AppError::forbidden();
    }
    if (plan->state == PlanState::closed) {
        throw AppError(ErrorKind::conflict, "tasks.plan-closed");
    }
    return row->item;
}

}  // namespace

PlanTasksResult PlanWork::giveTasks(const http::Caller& caller, std::string_view planId, const PlanTasksInput& input) {
    return needs_.db.write([&](db::Tx& tx) {
        const auto plan = needs_.plans.writable(tx, caller, planId);
        if (plan.state != PlanState::running) {
            throw AppError(ErrorKind::conflict, "tasks.plan-not-running");
        }
        PlanTasksResult result;
        for (const auto& itemId : input.itemIds) {
            result.rows.push_back(giveTask(tx, caller, plan, itemId));
            result.made += result.rows.back().obstacle.empty() ? 1 : 0;
        }
        if (result.made > 0) {
            needs_.plans.note(tx, caller, planId, "plan-tasks");
        }
        return result;
    });
}

PlanTaskRow PlanWork::giveTask(db::Tx& tx, const http::Caller& caller, const Plan& plan, const std::string& itemId) const {
    const auto row = PlanRepository::findItem(tx, plan.id, itemId);
    if (!row) {
        return {itemId, {}, "tasks.item-unknown"};
    }
    const auto& item = row->item;
    if (item.taskId) {
        return {itemId, *item.taskId, "tasks.item-has-task"};
    }
    if (item.dueOn && *item.dueOn < needs_.clock.today()) {
        return {itemId, {}, "tasks.deadline-in-past"};
    }
    std::vector<FieldError> errors;
    const auto target = item.postId ? needs_.targets.resolve(caller, std::nullopt, item.postId, "", errors)
                                    : needs_.targets.resolve(caller, item.unitId, std::nullopt, "", errors);
    if (!errors.empty()) {
        return {itemId, {}, errors.front().code};
    }
    auto task = makeTask(caller, target, item.content, item.dueOn, needs_.clock.now());
    task.content = item.product;
    task.field = item.field;
    task.origin = TaskOrigin::plan;
    task.source = {"tasks", "plan", plan.id, plan.symbol, plan.title};
    task.leaderPostId = item.leaderPostId.empty() ? caller.postId : item.leaderPostId;
    task.percent = 0;
    needs_.recorder.created(tx, caller, task);
    PlanRepository::nameTask(tx, itemId, task.id);
    return {itemId, task.id, {}};
}

void PlanWork::report(const http::Caller& caller, std::string_view planId, std::string_view itemId, const ItemProgress& input,
                      const std::vector<files::UploadedFile>& uploads) {
    // Who may not report leaves no byte behind.
    needs_.db.read([&](db::Reader& reader) { return reportable(reader, needs_.plans, caller, planId, itemId).id; });
    checkEvidence(uploads);
    std::vector<files::PlacedContent> placed;
    placed.reserve(uploads.size());
    for (const auto& upload : uploads) {
        placed.push_back(needs_.files.place(upload));
    }
    needs_.db.write([&](db::Tx& tx) {
        auto item = reportable(tx, needs_.plans, caller, planId, itemId);
        item.percent = item.taskId ? item.percent : input.percent;
        item.note = input.note;
        item.version += 1;
        PlanRepository::updateItem(tx, item);
        for (std::size_t index = 0; index < uploads.size(); ++index) {
            const auto& upload = uploads[index];
            const auto stored =
                needs_.files.record(tx, placed[index], upload.name, upload.mediaType, {"tasks", "plan", std::string{planId}});
            PlanRepository::insertEvidence(
                tx, planId, {stored.id, item.id, stored.name, stored.mediaType, stored.sizeBytes, caller.personName, needs_.clock.now()});
        }
        needs_.plans.note(tx, caller, planId, "plan-item-report", item.content);
    });
}

files::StoredFile PlanWork::evidence(const http::Caller& caller, std::string_view planId, std::string_view itemId,
                                     std::string_view fileId) const {
    return needs_.db.read([&](db::Reader& reader) {
        const bool isThere = PlanRepository::find(reader, planId, caller.agencyId).has_value() &&
                             PlanRepository::hasEvidence(reader, planId, itemId, fileId);
        auto stored = isThere ? needs_.files.find(reader, fileId) : std::nullopt;
        if (!stored) {
            throw AppError::notFound();
        }
        return std::move(*stored);
    });
}

}  // namespace congvu::tasks
