// SPDX-License-Identifier: Apache-2.0
#include "http/routes/OperationsRoutes.h"

#include "congvu/json/Encode.h"
#include "congvu/json/Schema.h"

#include <array>
#include <cstdio>

namespace congvu::host {

/// Why a parked event is given up.
struct Discarding {
    std::string reason;
};

}  // namespace congvu::host

template <>
struct congvu::json::Description<congvu::host::Discarding> {
    static auto fields() { return std::tuple{field("reason", &congvu::host::Discarding::reason).required().maxLength(500).multiline()}; }
};

namespace congvu::host {

namespace {

std::string describe(const jobs::Schedule& schedule) {
    if (schedule.sinceMidnight.count() < 0) {
        return "every " + std::to_string(schedule.interval.count()) + " s";
    }
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "daily %02d:%02d", static_cast<int>(schedule.sinceMidnight.count() / 60) % 24,
                  static_cast<int>(schedule.sinceMidnight.count() % 60));
    return text.data();
}

void writeLabel(json::Writer& out, const std::vector<const Manifest*>& manifests, const JobStatus& job) {
    core::Label label{job.id, job.id};
    for (const auto* manifest : manifests) {
        for (const auto& fact : manifest->jobs) {
            if (manifest->id == job.plugin && fact.id == job.id) {
                label = fact.label;
            }
        }
    }
    out.key("label").beginObject().key("vi").string(label.vi).key("en").string(label.en).endObject();
}

void writeJob(json::Writer& out, const std::vector<const Manifest*>& manifests, const JobStatus& job) {
    out.beginObject().key("plugin").string(job.plugin).key("id").string(job.id);
    writeLabel(out, manifests, job);
    out.key("schedule").string(describe(job.schedule)).key("isRunning").boolean(job.isRunning);
    out.key("lastRunAt");
    if (job.lastRun) {
        out.string(toRfc3339(job.lastRun->startedAt)).key("lastResult").string(job.lastRun->hasFailed ? job.lastRun->error : "ok");
    } else {
        out.null().key("lastResult").null();
    }
    out.key("nextRunAt").string(toRfc3339(job.nextRunAt)).endObject();
}

http::Response listJobs(const Operations& operations) {
    const auto manifests = operations.manifests();
    json::Writer out;
    out.beginObject().key("items").beginArray();
    for (const auto& job : operations.jobs.list()) {
        writeJob(out, manifests, job);
    }
    out.endArray().endObject();
    return http::Response::text(out.take(), "application/json");
}

void record(const Operations& operations, const http::Request& request, std::string_view act, const EntityRef& entity) {
    operations.db.writeWith([&](db::Tx& tx) { operations.audit.record(tx, request.caller(), act, entity); });
}

http::Response runJob(const Operations& operations, const http::Request& request) {
    const std::string plugin{request.path("plugin")};
    const std::string id{request.path("id")};
    operations.jobs.runNow(plugin, id);
    record(operations, request, "job.run", {plugin, "job", id});
    return http::Response::noContent();
}

http::Response retryEvent(const Operations& operations, const http::Request& request) {
    const std::string id{request.path("id")};
    operations.events.retry(id);
    record(operations, request, "event.retried", {"core", "parked-event", id});
    return http::Response::noContent();
}

http::Response discardEvent(const Operations& operations, const http::Request& request) {
    const std::string id{request.path("id")};
    operations.db.writeWith([&](db::Tx& tx) {
        // An event that does not exist is 404 before the reason is looked at.
        operations.events.discard(tx, id);
        const auto given = request.body<Discarding>();
        operations.audit.record(tx, request.caller(), "event.discarded", {"core", "parked-event", id}, json::toText(given));
    });
    return http::Response::noContent();
}

}  // namespace

}  // namespace congvu::host

template <>
struct congvu::json::Description<congvu::host::ParkedEvent> {
    static auto fields() {
        using Parked = congvu::host::ParkedEvent;
        return std::tuple{field("id", &Parked::id),       field("event", &Parked::event),       field("subscriber", &Parked::subscriber),
                          field("error", &Parked::error), field("attempts", &Parked::attempts), field("at", &Parked::at)};
    }
};

namespace congvu::host {

void addOperationsRoutes(Router& router, const Operations& operations) {
    const auto add = [&](http::Route route) { router.add("host", "/api/v1", std::move(route)); };
    add(http::Route::get("/parked-events")
            .needs("core.operations")
            .says("Events that could not be delivered")
            .gives<db::Page<ParkedEvent>>()
            .by([operations](const http::Request& request) { return http::Response::json(operations.events.parked(request.page())); }));
    add(http::Route::post("/parked-events/{id}/retry")
            .needs("core.operations")
            .says("Delivers a parked event again")
            .by([operations](const http::Request& request) { return retryEvent(operations, request); }));
    add(http::Route::post("/parked-events/{id}/discard")
            .needs("core.operations")
            .says("Gives a parked event up, with the reason")
            .takes<Discarding>()
            .by([operations](const http::Request& request) { return discardEvent(operations, request); }));
    add(http::Route::get("/jobs")
            .needs("core.operations")
            .says("Background jobs and their last runs")
            .by([operations](const http::Request&) { return listJobs(operations); }));
    add(http::Route::post("/jobs/{plugin}/{id}/run")
            .needs("core.operations")
            .says("Runs a job now")
            .by([operations](const http::Request& request) { return runJob(operations, request); }));
}

}  // namespace congvu::host
