// SPDX-License-Identifier: Apache-2.0
#include "http/TasksRoutes.h"

#include "service/TaskViewFields.h"

namespace congvu::tasks {

namespace {

using http::Request;
using http::Route;

constexpr std::size_t kMaximumUpload = 200UL * 1024 * 1024;  ///< all files of one report together

void addReading(http::Routes& routes, const TasksHandlers& h) {
    using Timeline = db::Page<inbox::TimelineEntry>;
    routes.add(Route::get("").needs("tasks.read").says("Tasks, filtered").gives<db::Page<TaskCard>>().by([&h](const Request& r) {
        return h.list(r);
    }));
    routes.add(Route::get("/board").needs("tasks.read").says("Tasks as columns of a board").gives<Board>().by([&h](const Request& r) {
        return h.board(r);
    }));
    routes.add(Route::get("/calendar")
                   .needs("tasks.read")
                   .says("Tasks by day of a month (YYYY-MM)")
                   .gives<CalendarView>()
                   .by([&h](const Request& r) { return h.calendar(r); }));
    routes.add(Route::get("/counters").needs("tasks.read").says("The four counters").gives<CountersView>().by([&h](const Request& r) {
        return h.counters(r);
    }));
    routes.add(
        Route::get("/choices").needs("tasks.read").says("Fields and leaders to filter by").gives<ChoicesView>().by([&h](const Request& r) {
            return h.choices(r);
        }));
    routes.add(Route::get("/of/{plugin}/{type}/{id}")
                   .needs("tasks.read")
                   .says("Tasks made from a document")
                   .gives<RelatedList>()
                   .by([&h](const Request& r) { return h.ofSource(r); }));
    routes.add(
        Route::get("/{id}").needs("tasks.read").says("One task").gives<TaskDetail>().by([&h](const Request& r) { return h.detail(r); }));
    routes.add(Route::get("/{id}/tree").needs("tasks.read").says("The tree of a task").gives<TreeView>().by([&h](const Request& r) {
        return h.tree(r);
    }));
    routes.add(
        Route::get("/{id}/timeline").needs("tasks.read").says("What happened to a task").gives<Timeline>().by([&h](const Request& r) {
            return h.timeline(r);
        }));
    routes.add(
        Route::get("/{id}/files/{fileId}").needs("tasks.read").says("A file of a report").by([&h](const Request& r) { return h.file(r); }));
}

void addGiving(http::Routes& routes, const TasksHandlers& h) {
    routes.add(Route::post("").needs("tasks.create").says("Give a task").takes<NewTask>().gives<CreatedTask>().by([&h](const Request& r) {
        return h.create(r);
    }));
    routes.add(Route::post("/{id}/subtasks")
                   .needs("tasks.create")
                   .says("Give a sub-task")
                   .takes<NewTask>()
                   .gives<CreatedTask>()
                   .by([&h](const Request& r) { return h.createBelow(r); }));
    routes.add(
        Route::patch("/{id}").needs("tasks.read").says("Correct a task").takes<TaskEdit>().gives<TaskDetail>().by([&h](const Request& r) {
            return h.edit(r);
        }));
    routes.add(Route::post("/{id}/reassignment")
                   .needs("tasks.read")
                   .says("Give a returned task to somebody else")
                   .takes<Reassignment>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.reassign(r); }));
    routes.add(Route::post("/{id}/extension-decision")
                   .needs("tasks.read")
                   .says("Grant or refuse an extension")
                   .takes<ExtensionDecision>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.decideExtension(r); }));
    routes.add(Route::post("/{id}/result-acceptance")
                   .needs("tasks.read")
                   .says("Accept the result")
                   .takes<ResultAcceptance>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.acceptResult(r); }));
    routes.add(Route::post("/{id}/send-back")
                   .needs("tasks.read")
                   .says("Send the result back")
                   .takes<ActReason>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.sendBack(r); }));
    routes.add(Route::post("/{id}/suspension")
                   .needs("tasks.read")
                   .says("Suspend a task")
                   .takes<ActReason>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.suspend(r); }));
    routes.add(Route::post("/{id}/resumption")
                   .needs("tasks.read")
                   .says("Let a task go on")
                   .takes<Resumption>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.resume(r); }));
    routes.add(Route::post("/{id}/cancellation")
                   .needs("tasks.read")
                   .says("Cancel a task")
                   .takes<ActReason>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.cancel(r); }));
    routes.add(Route::post("/{id}/urging")
                   .needs("tasks.read")
                   .says("Urge those who work on it")
                   .takes<ActRemark>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.urge(r); }));
}

void addTransfer(http::Routes& routes, const TasksHandlers& h) {
    routes.add(Route::post("/transfers")
                   .needs("tasks.lead")
                   .says("Hand all tasks of a person or a unit over; a dry run shows what would happen")
                   .takes<TransferInput>()
                   .gives<TransferResult>()
                   .by([&h](const Request& r) { return h.transfer(r); }));
}

void addDoing(http::Routes& routes, const TasksHandlers& h) {
    routes.add(Route::post("/{id}/acceptance").needs("tasks.do").says("Take a task on").gives<TaskDetail>().by([&h](const Request& r) {
        return h.accept(r);
    }));
    routes.add(Route::post("/{id}/return")
                   .needs("tasks.do")
                   .says("Give a task back")
                   .takes<ActReason>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.giveBack(r); }));
    routes.add(Route::post("/{id}/handlers")
                   .needs("tasks.lead")
                   .says("Name the handlers")
                   .takes<HandlerAssignment>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.assign(r); }));
    routes.add(Route::post("/{id}/reports")
                   .needs("tasks.do")
                   .says("Report progress: part data {percent, note}, parts file")
                   .acceptsFiles(kMaximumUpload)
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.reportProgress(r); }));
    routes.add(Route::post("/{id}/extension-request")
                   .needs("tasks.do")
                   .says("Ask for a later deadline")
                   .takes<ExtensionRequest>()
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.requestExtension(r); }));
    routes.add(Route::post("/{id}/result")
                   .needs("tasks.do")
                   .says("Hand the result in: part data {note, documentId, documentLabel}, parts file")
                   .acceptsFiles(kMaximumUpload)
                   .gives<TaskDetail>()
                   .by([&h](const Request& r) { return h.submit(r); }));
}

}  // namespace

void addRoutes(http::Routes& routes, const TasksHandlers& handlers) {
    addReading(routes, handlers);
    addGiving(routes, handlers);
    addTransfer(routes, handlers);
    addDoing(routes, handlers);
}

}  // namespace congvu::tasks
