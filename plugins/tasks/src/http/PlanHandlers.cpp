// SPDX-License-Identifier: Apache-2.0
#include "http/PlanHandlers.h"

#include "congvu/error/AppError.h"
#include "http/FilterQuery.h"

namespace congvu::tasks {

namespace {

ReportGroup groupFrom(const http::Request& request) {
    const auto group = json::enumFrom<ReportGroup>(request.query("by").value_or("unit"));
    if (!group) {
        throw AppError::invalidField("/by", "unknown-choice");
    }
    return *group;
}

http::Response downloadOf(Download file) {
    // The name is made of letters, digits and hyphens.
    return http::Response::text(std::move(file.bytes), file.mediaType)
        .header("Content-Disposition", "attachment; filename=\"" + file.fileName + '"');
}

}  // namespace

http::Response PlanHandlers::plan(const http::Request& request) const {
    const auto detail = services_.plans.detail(request.caller(), request.path("id"));
    return http::Response::json(detail).version(detail.plan.version);
}

http::Response PlanHandlers::list(const http::Request& request) const {
    return http::Response::json(services_.plans.list(request.caller()));
}

http::Response PlanHandlers::detail(const http::Request& request) const {
    return plan(request);
}

http::Response PlanHandlers::create(const http::Request& request) const {
    const auto id = services_.plans.create(request.caller(), request.body<PlanInput>());
    return http::Response::created(json::toText(CreatedTask{id}));
}

http::Response PlanHandlers::change(const http::Request& request) const {
    services_.plans.requirePlan(request.caller(), request.path("id"));
    services_.plans.change(request.caller(), request.path("id"), request.body<PlanInput>(), request.expectedVersion());
    return plan(request);
}

http::Response PlanHandlers::addItem(const http::Request& request) const {
    services_.plans.requirePlan(request.caller(), request.path("id"));
    const auto id = services_.plans.addItem(request.caller(), request.path("id"), request.body<PlanItemInput>());
    return http::Response::created(json::toText(CreatedTask{id}));
}

http::Response PlanHandlers::changeItem(const http::Request& request) const {
    services_.plans.requireItem(request.caller(), request.path("id"), request.path("itemId"));
    services_.plans.changeItem(request.caller(), request.path("id"), request.path("itemId"), request.body<PlanItemInput>(),
                               request.expectedVersion());
    return plan(request);
}

http::Response PlanHandlers::removeItem(const http::Request& request) const {
    services_.plans.removeItem(request.caller(), request.path("id"), request.path("itemId"));
    return http::Response::noContent();
}

http::Response PlanHandlers::report(const http::Request& request) const {
    services_.plans.requireItem(request.caller(), request.path("id"), request.path("itemId"));
    services_.planWork.report(request.caller(), request.path("id"), request.path("itemId"), request.partAs<ItemProgress>("data"),
                              request.uploads());
    return plan(request);
}

http::Response PlanHandlers::evidence(const http::Request& request) const {
    const auto stored = services_.planWork.evidence(request.caller(), request.path("id"), request.path("itemId"), request.path("fileId"));
    const auto disposition = request.query("download") ? http::Disposition::download : http::Disposition::inlineView;
    return http::Response::file({stored, disposition, {"tasks", "plan", std::string{request.path("id")}}});
}

http::Response PlanHandlers::giveTasks(const http::Request& request) const {
    services_.plans.requirePlan(request.caller(), request.path("id"));
    return http::Response::json(services_.planWork.giveTasks(request.caller(), request.path("id"), request.body<PlanTasksInput>()));
}

http::Response PlanHandlers::counterReport(const http::Request& request) const {
    return http::Response::json(services_.reportTasks.run(request.caller(), groupFrom(request), filterFrom(request)));
}

http::Response PlanHandlers::counterReportFile(const http::Request& request) const {
    const auto format = sheets::sheetFormatFrom(request.query("format").value_or("pdf"));
    if (!format) {
        throw AppError::invalidField("/format", "unknown-choice");
    }
    return downloadOf(services_.reportTasks.file(request.caller(), groupFrom(request), filterFrom(request), *format));
}

http::Response PlanHandlers::importTasks(const http::Request& request) const {
    return http::Response::json(services_.importTasks.run(request.caller(), request.uploads(), request.partAs<ImportInput>("data")));
}

http::Response PlanHandlers::reportBack(const http::Request& request) const {
    const auto format = sheets::sheetFormatFrom(request.query("format").value_or("xlsx"));
    if (!format || *format == sheets::SheetFormat::pdf) {
        throw AppError::invalidField("/format", "unknown-choice");
    }
    return downloadOf(services_.importTasks.reportBack(request.caller(), *format));
}

http::Response PlanHandlers::series(const http::Request& request) const {
    return http::Response::json(services_.seriesWork.list(request.caller()));
}

http::Response PlanHandlers::createSeries(const http::Request& request) const {
    const auto id = services_.seriesWork.create(request.caller(), request.body<SeriesInput>());
    return http::Response::created(json::toText(CreatedTask{id}));
}

http::Response PlanHandlers::changeSeries(const http::Request& request) const {
    services_.seriesWork.requireKnown(request.caller(), request.path("id"));
    services_.seriesWork.change(request.caller(), request.path("id"), request.body<SeriesInput>(), request.expectedVersion());
    return http::Response::json(services_.seriesWork.list(request.caller()));
}

}  // namespace congvu::tasks
