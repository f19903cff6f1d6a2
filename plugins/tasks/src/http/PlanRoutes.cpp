// SPDX-License-Identifier: Apache-2.0
#include "http/PlanRoutes.h"

#include "service/TableFile.h"

namespace congvu::tasks {

namespace {

using http::Request;
using http::Route;

constexpr std::size_t kMaximumEvidence = 200UL * 1024 * 1024;  ///< all files of one report together

void addPlans(http::Routes& routes, const PlanHandlers& h) {
    routes.add(Route::get("/plans").needs("tasks.read").says("Work programmes of the agency").gives<PlanList>().by([&h](const Request& r) {
        return h.list(r);
    }));
    routes.add(Route::post("/plans")
                   .needs("tasks.create")
                   .says("Begin a programme")
                   .takes<PlanInput>()
                   .gives<CreatedTask>()
                   .by([&h](const Request& r) { return h.create(r); }));
    routes.add(
        Route::get("/plans/{id}").needs("tasks.read").says("A programme with its items").gives<PlanDetail>().by([&h](const Request& r) {
            return h.detail(r);
        }));
    routes.add(Route::put("/plans/{id}")
                   .needs("tasks.create")
                   .says("Change a programme")
                   .takes<PlanInput>()
                   .gives<PlanDetail>()
                   .by([&h](const Request& r) { return h.change(r); }));
    routes.add(Route::post("/plans/{id}/tasks")
                   .needs("tasks.create")
                   .says("Give the tasks of items, each once")
                   .takes<PlanTasksInput>()
                   .gives<PlanTasksResult>()
                   .by([&h](const Request& r) { return h.giveTasks(r); }));
}

void addItems(http::Routes& routes, const PlanHandlers& h) {
    routes.add(Route::post("/plans/{id}/items")
                   .needs("tasks.create")
                   .says("Add an item")
                   .takes<PlanItemInput>()
                   .gives<CreatedTask>()
                   .by([&h](const Request& r) { return h.addItem(r); }));
    routes.add(Route::put("/plans/{id}/items/{itemId}")
                   .needs("tasks.create")
                   .says("Change an item")
                   .takes<PlanItemInput>()
                   .gives<PlanDetail>()
                   .by([&h](const Request& r) { return h.changeItem(r); }));
    routes.add(Route::del("/plans/{id}/items/{itemId}")
                   .needs("tasks.create")
                   .says("Remove an item without task and evidence")
                   .by([&h](const Request& r) { return h.removeItem(r); }));
    routes.add(Route::post("/plans/{id}/items/{itemId}/reports")
                   .needs("tasks.do")
                   .says("Report on an item: part data {percent, note}, parts file as evidence")
                   .acceptsFiles(kMaximumEvidence)
                   .gives<PlanDetail>()
                   .by([&h](const Request& r) { return h.report(r); }));
    routes.add(
        Route::get("/plans/{id}/items/{itemId}/files/{fileId}").needs("tasks.read").says("A file of evidence").by([&h](const Request& r) {
            return h.evidence(r);
        }));
}

void addReport(http::Routes& routes, const PlanHandlers& h) {
    routes.add(Route::get("/report")
                   .needs("tasks.read")
                   .says("The four-counter report on tasks given in a period")
                   .gives<ReportView>()
                   .by([&h](const Request& r) { return h.counterReport(r); }));
    routes.add(Route::get("/report/file").needs("tasks.read").says("The report as PDF, XLSX or CSV").by([&h](const Request& r) {
        return h.counterReportFile(r);
    }));
}

void addExternal(http::Routes& routes, const PlanHandlers& h) {
    routes.add(Route::post("/imports")
                   .needs("tasks.supervise")
                   .says("Take tasks over from another system: part data {dryRun}, part file CSV or XLSX")
                   .acceptsFiles(kMostTableBytes + 64UL * 1024)
                   .gives<ImportResult>()
                   .by([&h](const Request& r) { return h.importTasks(r); }));
    routes.add(Route::get("/imports/file")
                   .needs("tasks.supervise")
                   .says("How those tasks stand, in the same columns, as XLSX or CSV")
                   .by([&h](const Request& r) { return h.reportBack(r); }));
}

void addSeries(http::Routes& routes, const PlanHandlers& h) {
    routes.add(
        Route::get("/series").needs("tasks.read").says("Periodic tasks of the agency").gives<SeriesList>().by([&h](const Request& r) {
            return h.series(r);
        }));
    routes.add(Route::post("/series")
                   .needs("tasks.create")
                   .says("Begin a series")
                   .takes<SeriesInput>()
                   .gives<CreatedTask>()
                   .by([&h](const Request& r) { return h.createSeries(r); }));
    routes.add(Route::put("/series/{id}")
                   .needs("tasks.create")
                   .says("Change a series")
                   .takes<SeriesInput>()
                   .gives<SeriesList>()
                   .by([&h](const Request& r) { return h.changeSeries(r); }));
}

}  // namespace

void addPlanRoutes(http::Routes& routes, const PlanHandlers& handlers) {
    addPlans(routes, handlers);
    addItems(routes, handlers);
    addReport(routes, handlers);
    addExternal(routes, handlers);
    addSeries(routes, handlers);
}

}  // namespace congvu::tasks
