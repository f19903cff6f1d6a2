// SPDX-License-Identifier: Apache-2.0
#include "http/routes/PublicPagesRoute.h"

#include "http/routes/JsonTexts.h"

#include "congvu/json/Writer.h"

namespace congvu::host {

namespace {

void writePages(json::Writer& out, const PluginStatus& status, const PluginUi& ui) {
    const auto& pages = *status.manifest.publicPages;
    out.beginObject().key("id").string(status.id).key("api").integer(ui.api).key("base").string(pages.base);
    out.key("title").beginObject().key("vi").string(pages.title.vi).key("en").string(pages.title.en).endObject();
    out.key("icon").string(pages.icon).key("entry").string(ui.entry);
    writeTexts(out, "css", ui.css);
    out.endObject();
}

bool isPublic(const PluginStatus& status, core::Core& core) {
    return status.state == PluginState::running && status.manifest.publicPages && core.directory().isPluginOnForEveryone(status.id);
}

}  // namespace

void addPublicPagesRoute(Router& router, core::Core& core, const PluginManager& plugins, const StaticSite& site) {
    const auto answer = [&core, &plugins, &site](const http::Request&) {
        json::Writer out;
        out.beginObject().key("plugins").beginArray();
        for (const auto& [id, status] : plugins.status()) {
            const auto ui = site.publicPages(id);
            if (ui && isPublic(status, core)) {
                writePages(out, status, *ui);
            }
        }
        out.endArray().endObject();
        return http::Response::text(out.take(), "application/json").header("Cache-Control", "no-cache");
    };
    router.add("host", "/api/v1", http::Route::get("/ui/public").forEveryone().says("Pages that need no session").by(answer));
}

}  // namespace congvu::host
