// SPDX-License-Identifier: Apache-2.0
#include "http/routes/PluginsRoute.h"

#include "http/routes/JsonTexts.h"

#include "congvu/json/Writer.h"

namespace congvu::host {

namespace {

void writePlugin(json::Writer& out, const PluginStatus& status) {
    const auto& manifest = status.manifest;
    out.beginObject().key("id").string(status.id).key("version").string(manifest.version);
    out.key("name").beginObject().key("vi").string(manifest.name.vi).key("en").string(manifest.name.en).endObject();
    out.key("state").string(nameOf(status.state)).key("reason").string(status.reason);
    writeTexts(out, "requires", manifest.requiredPlugins);
    out.key("permissions").beginArray();
    for (const auto& fact : manifest.permissions) {
        out.string(fact.id);
    }
    out.endArray().key("events").beginObject();
    writeTexts(out, "publishes", manifest.publishedEvents);
    writeTexts(out, "subscribes", manifest.subscribedEvents);
    out.endObject().key("jobs").beginArray();
    for (const auto& job : manifest.jobs) {
        out.string(job.id);
    }
    out.endArray();
    writeTexts(out, "tables", manifest.tables);
    out.endObject();
}

}  // namespace

void addPluginsRoute(Router& router, const PluginManager& plugins) {
    const auto answer = [&plugins](const http::Request&) {
        json::Writer out;
        out.beginObject().key("items").beginArray();
        for (const auto& [id, status] : plugins.status()) {
            writePlugin(out, status);
        }
        out.endArray().endObject();
        return http::Response::text(out.take(), "application/json");
    };
    router.add("host", "/api/v1", http::Route::get("/plugins").needs("core.plugins").says("Installed plugins and their states").by(answer));
}

}  // namespace congvu::host
