// SPDX-License-Identifier: Apache-2.0
#include "service/TransferTasks.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Writer.h"
#include "service/Cooperation.h"
#include "service/Viewing.h"
#include "storage/TaskRepository.h"
#include "storage/TransferRepository.h"

namespace congvu::tasks {

namespace {

/// Facts for timeline and audit: from whom to whom.
std::string factsOf(const TransferEnd& from, const TransferEnd& to) {
    json::Writer out;
    out.beginObject();
    out.key("from");
    out.string(from.postId.value_or(from.unitId));
    out.key("to");
    out.string(to.postId.value_or(to.unitId));
    out.endObject();
    return out.take();
}

}  // namespace

TransferResult TransferTasks::run(const http::Caller& caller, const TransferInput& input) {
    const auto ends = check(caller, input);
    const auto viewer = viewerOf(caller);
    const auto fact = factsOf(ends.from, ends.to);
    const auto work = [&](db::Reader& reader, db::Tx* tx) {
        TransferResult result;
        result.isDryRun = tx == nullptr;
        auto tasks = TransferRepository::tasksOf(reader, ends.from, input.part, viewer, kMostTasks + 1);
        result.hasMore = static_cast<std::int64_t>(tasks.size()) > kMostTasks;
        if (result.hasMore) {
            tasks.pop_back();
        }
        for (const auto& listed : tasks) {
            // A lead task that went before it may have changed it.
            const auto task = tx == nullptr ? listed : TaskRepository::find(reader, listed.id).value_or(listed);
            auto step = transferStep(task, input.part, ends.from, ends.to);
            (step.isPossible() ? result.moved : result.kept) += 1;
            if (tx != nullptr && step.isPossible()) {
                carryOut(*tx, caller, input, task, step.after, fact);
            }
            result.rows.push_back(rowOf(task, std::move(step.obstacle)));
        }
        return result;
    };
    if (input.dryRun) {
        return needs_.db.read([&](db::Reader& reader) { return work(reader, nullptr); });
    }
    return needs_.db.write([&](db::Tx& tx) {
        auto result = work(tx, &tx);
        const bool isPost = ends.from.postId.has_value();
        const EntityRef from{"core", isPost ? "post" : "unit", ends.from.postId.value_or(ends.from.unitId)};
        needs_.audit.record(tx, caller, "tasks.transfer-all", from, fact);
        return result;
    });
}

TransferTasks::Ends TransferTasks::check(const http::Caller& caller, const TransferInput& input) const {
    std::vector<FieldError> errors;
    Ends ends;
    ends.from = endOf(caller, input.fromPostId, input.fromUnitId, "from", errors);
    ends.to = endOf(caller, input.toPostId, input.toUnitId, "to", errors);
    if (errors.empty()) {
        const std::string to = input.toPostId ? "/toPostId" : "/toUnitId";
        if (ends.from.postId.has_value() != ends.to.postId.has_value()) {
            errors.push_back({to, "tasks.transfer-kinds-differ", {}});
        } else if (ends.from.postId == ends.to.postId && ends.from.unitId == ends.to.unitId) {
            errors.push_back({to, "tasks.transfer-same", {}});
        }
    }
    if (!input.dryRun && input.reason.empty()) {
        errors.push_back({"/reason", "required", {}});
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    return ends;
}

TransferEnd TransferTasks::endOf(const http::Caller& caller, const std::optional<std::string>& postId,
                                 const std::optional<std::string>& unitId, const std::string& side, std::vector<FieldError>& errors) const {
    const auto at = "/" + side + (postId ? "PostId" : "UnitId");
    if (postId.has_value() == unitId.has_value()) {
        errors.push_back({at, "tasks.one-unit-or-post", {}});
        return {};
    }
    const auto post = postId ? needs_.directory.post(*postId) : std::nullopt;
    const auto unit = needs_.directory.unit(postId ? (post ? post->unitId : std::string{}) : *unitId);
    const bool isReceiver = side == "to";
    const bool isKnown = unit && unit->agencyId == caller.agencyId && (!isReceiver || (unit->isActive && (!post || post->isActive)));
    if (!isKnown) {
        errors.push_back({at, postId ? "tasks.unknown-post" : "tasks.unknown-unit", {}});
        return {};
    }
    if (!caller.may("tasks.supervise") && !needs_.directory.isInSubtree(unit->id, caller.unitId)) {
        errors.push_back({at, "tasks.unit-not-yours", {{"unit", unit->name}}});
    } else if (isReceiver && !needs_.directory.isPluginOn("tasks", unit->id)) {
        errors.push_back({at, "tasks.plugin-off", {{"unit", unit->name}}});
    }
    return {unit->id, postId, post ? post->personName : std::string{}};
}

TransferRow TransferTasks::rowOf(const Task& task, std::string obstacle) const {
    return {task.id, task.title, needs_.presenter.unit(task.unitId).name, task.dueOn, std::move(obstacle)};
}

void TransferTasks::carryOut(db::Tx& tx, const http::Caller& caller, const TransferInput& input, const Task& before, Task& after,
                             const std::string& fact) const {
    needs_.recorder.changed(tx, caller, before, after, {"transfer", input.reason, fact});
    const bool hasNewLead = before.unitId != after.unitId || before.leadPostId != after.leadPostId;
    if (after.kind == TaskKind::lead && hasNewLead) {
        reportToNewLead(tx, needs_.recorder, caller, after);
    }
    needs_.notices.toHolders(tx, after, "transferred", {{"person", caller.personName}, {"note", input.reason}});
}

}  // namespace congvu::tasks
