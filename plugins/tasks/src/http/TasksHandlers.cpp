// SPDX-License-Identifier: Apache-2.0
#include "http/TasksHandlers.h"

#include "congvu/error/AppError.h"
#include "http/FilterQuery.h"
#include "service/TaskViewFields.h"

#include <algorithm>

namespace congvu::tasks {

namespace {

constexpr std::int64_t kCardsPerColumn = 50;

/// The version before the caller's eyes: If-Match is asked of PUT and PATCH; acts use it when the page sends it.
std::optional<std::int64_t> seenVersion(const http::Request& request) {
    return request.header("If-Match") ? std::optional{request.expectedVersion()} : std::nullopt;
}

/// The task of the path, which the caller sees: one that he does not see is not found, whatever else is wrong with the request.
ActTarget targetOf(const TaskServices& services, const http::Request& request) {
    services.findTask.requireVisible(request.caller(), request.path("id"));
    return {request.caller(), std::string{request.path("id")}, seenVersion(request)};
}

/// An act without a body has an input of nothing but defaults.
template <class Input>
Input bodyOrDefaults(const http::Request& request) {
    return request.bodyText().empty() ? json::decode<Input>("{}") : request.body<Input>();
}

http::Response taskAnswer(const TaskServices& services, const http::Request& request, const std::string& taskId) {
    const auto detail = services.findTask.detail(request.caller(), taskId);
    return http::Response::json(detail).version(detail.task.version);
}

}  // namespace

http::Response TasksHandlers::list(const http::Request& request) const {
    return http::Response::json(services_.listTasks.list(request.caller(), filterFrom(request), request.page()));
}

http::Response TasksHandlers::board(const http::Request& request) const {
    const auto cards = std::min(request.page().limit, kCardsPerColumn);
    return http::Response::json(services_.listTasks.board(request.caller(), filterFrom(request), cards));
}

http::Response TasksHandlers::calendar(const http::Request& request) const {
    const auto month = Date::parse(request.query("month").value_or("") + "-01");
    if (!month) {
        throw AppError::invalidField("/month", "bad-date");
    }
    return http::Response::json(services_.listTasks.calendar(request.caller(), filterFrom(request), *month));
}

http::Response TasksHandlers::counters(const http::Request& request) const {
    return http::Response::json(services_.listTasks.counters(request.caller()));
}

http::Response TasksHandlers::choices(const http::Request& request) const {
    return http::Response::json(services_.listTasks.choices(request.caller()));
}

http::Response TasksHandlers::tree(const http::Request& request) const {
    return http::Response::json(services_.readTree.run(request.caller(), request.path("id")));
}

http::Response TasksHandlers::transfer(const http::Request& request) const {
    return http::Response::json(services_.transferTasks.run(request.caller(), request.body<TransferInput>()));
}

http::Response TasksHandlers::ofSource(const http::Request& request) const {
    const EntityRef source{std::string{request.path("plugin")}, std::string{request.path("type")}, std::string{request.path("id")}};
    return http::Response::json(services_.ofSource->forPanel(request.caller(), source));
}

http::Response TasksHandlers::detail(const http::Request& request) const {
    return taskAnswer(services_, request, std::string{request.path("id")});
}

http::Response TasksHandlers::timeline(const http::Request& request) const {
    db::Page<inbox::TimelineEntry> page;
    page.items = services_.findTask.timeline(request.caller(), request.path("id"));
    return http::Response::json(page);
}

http::Response TasksHandlers::file(const http::Request& request) const {
    const auto stored = services_.findTask.file(request.caller(), request.path("id"), request.path("fileId"));
    const auto disposition = request.query("download") ? http::Disposition::download : http::Disposition::inlineView;
    return http::Response::file({stored, disposition, {"tasks", "task", std::string{request.path("id")}}});
}

http::Response TasksHandlers::create(const http::Request& request) const {
    const auto id = services_.createTask.run(request.caller(), request.body<NewTask>());
    return http::Response::created(json::toText(CreatedTask{id}));
}

http::Response TasksHandlers::createBelow(const http::Request& request) const {
    const auto parent = targetOf(services_, request);
    const auto id = services_.createTask.runBelow(parent, request.body<NewTask>());
    return http::Response::created(json::toText(CreatedTask{id}));
}

http::Response TasksHandlers::edit(const http::Request& request) const {
    auto target = targetOf(services_, request);
    target.expectedVersion = request.expectedVersion();
    services_.editTask.run(target, request.body<TaskEdit>());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::reportProgress(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.reportProgress.run(target, request.partAs<ProgressInput>("data"), request.uploads());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::submit(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.submitResult.run(target, request.partAs<ResultInput>("data"), request.uploads());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::accept(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.acceptTask.run(target);
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::giveBack(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.returnTask.run(target, request.body<ActReason>());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::reassign(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.reassignTask.run(target, request.body<Reassignment>());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::assign(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.assignHandlers.run(target, request.body<HandlerAssignment>());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::requestExtension(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.requestExtension.run(target, request.body<ExtensionRequest>());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::decideExtension(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.decideExtension.run(target, request.body<ExtensionDecision>());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::acceptResult(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.acceptResult.run(target, bodyOrDefaults<ResultAcceptance>(request));
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::sendBack(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.sendBackResult.run(target, request.body<ActReason>());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::suspend(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.suspendTask.run(target, request.body<ActReason>());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::resume(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.resumeTask.run(target, bodyOrDefaults<Resumption>(request));
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::cancel(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.cancelTask.run(target, request.body<ActReason>());
    return taskAnswer(services_, request, target.taskId);
}

http::Response TasksHandlers::urge(const http::Request& request) const {
    const auto target = targetOf(services_, request);
    services_.urgeTask.run(target, bodyOrDefaults<ActRemark>(request));
    return taskAnswer(services_, request, target.taskId);
}

}  // namespace congvu::tasks
