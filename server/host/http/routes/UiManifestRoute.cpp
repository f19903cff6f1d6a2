// SPDX-License-Identifier: Apache-2.0
#include "http/routes/UiManifestRoute.h"

#include "app/Version.h"
#include "http/routes/JsonTexts.h"

#include "congvu/json/Writer.h"

#include <algorithm>

namespace congvu::host {

namespace {

constexpr std::int64_t kUiApi = 1;

void writeLabel(json::Writer& out, std::string_view name, const core::Label& label) {
    out.key(name).beginObject().key("vi").string(label.vi).key("en").string(label.en).endObject();
}

std::vector<std::string> grantedPermissions(const Manifest& manifest, const http::Caller& caller) {
    std::vector<std::string> granted;
    for (const auto& fact : manifest.permissions) {
        if (caller.may(fact.id)) {
            granted.push_back(fact.id);
        }
    }
    return granted;
}

void writeNav(json::Writer& out, const Manifest& manifest, const http::Caller& caller) {
    out.key("nav").beginArray();
    for (const auto& entry : manifest.nav) {
        if (!entry.permission.empty() && !caller.may(entry.permission)) {
            continue;
        }
        out.beginObject().key("path").string(entry.path);
        writeLabel(out, "title", entry.title);
        out.key("icon").string(entry.icon).key("group").string(entry.group);
        if (!entry.badge.empty()) {
            out.key("badge").string(entry.badge);
        }
        out.endObject();
    }
    out.endArray();
}

void writePlugin(json::Writer& out, const Manifest& manifest, const PluginUi& ui, const http::Caller& caller) {
    out.beginObject().key("id").string(manifest.id).key("version").string(manifest.version).key("api").integer(ui.api);
    writeLabel(out, "name", manifest.name);
    out.key("base").string(manifest.uiBase).key("entry").string(ui.entry);
    writeTexts(out, "css", ui.css);
    writeNav(out, manifest, caller);
    writeTexts(out, "slots", manifest.slots);
    writeTexts(out, "permissions", grantedPermissions(manifest, caller));
    out.endObject();
}

bool isShown(const PluginStatus& status, core::Core& core, const http::Caller& caller) {
    const auto& manifest = status.manifest;
    const bool mayUse = manifest.permissions.empty() || !grantedPermissions(manifest, caller).empty();
    return status.state == PluginState::running && mayUse && core.directory().isPluginOn(status.id, caller.unitId);
}

}  // namespace

void addUiManifestRoute(Router& router, core::Core& core, const PluginManager& plugins, const StaticSite& site) {
    const auto answer = [&core, &plugins, &site](const http::Request& request) {
        const auto& caller = request.caller();
        json::Writer out;
        out.beginObject().key("api").integer(kUiApi).key("product").string("Congvu").key("version").string(kVersion);
        out.key("plugins").beginArray();
        for (const auto& [id, status] : plugins.status()) {
            const auto ui = site.pluginUi(id);
            if (ui && isShown(status, core, caller)) {
                writePlugin(out, status.manifest, *ui, caller);
            }
        }
        out.endArray();
        const auto counts = core.shellCounts(caller);
        out.key("badges").beginObject();
        for (const auto& [key, count] : counts.badges) {
            out.key(key).integer(count);
        }
        out.endObject().key("unread").integer(counts.unread).endObject();
        return http::Response::text(out.take(), "application/json").header("Cache-Control", "no-cache");
    };
    router.add("host", "/api/v1", http::Route::get("/ui/manifest").forSignedIn().says("What the web UI may show to the caller").by(answer));
}

}  // namespace congvu::host
