// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/files/FileStore.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/jobs/Jobs.h"
#include "congvu/log/Log.h"
#include "congvu/notifications/Notifications.h"
#include "congvu/ports/Ports.h"
#include "congvu/search/SearchIndex.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"
#include "domain/Viewer.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace congvu::records {

/// The services of the sdk that the use cases of this plugin work with.
struct Services {
    db::Db& db;
    files::FileStore& files;
    inbox::Inbox& inbox;
    inbox::Timeline& timeline;
    audit::Audit& audit;
    const directory::Directory& directory;
    search::SearchIndex& search;
    notifications::Notifications& notifications;
    settings::Settings& settings;
    ports::Ports& ports;
    jobs::Jobs& jobs;
    Clock& clock;
    Log& log;
    std::filesystem::path dataFolder;
};

/// The caller as the rules of this plugin see it.
inline Viewer viewerOf(const http::Caller& caller) {
    return {caller.postId,
            caller.unitId,
            caller.agencyId,
            caller.may("records.read-unit"),
            caller.may("records.read-all"),
            caller.may("records.keep"),
            caller.may("records.archive")};
}

/// How other plugins and the shell point at what this plugin holds.
inline EntityRef dossierRef(std::string id) {
    return {"records", "dossier", std::move(id)};
}
inline EntityRef planRef(std::string id) {
    return {"records", "plan", std::move(id)};
}
inline EntityRef transferRef(std::string id) {
    return {"records", "transfer", std::move(id)};
}
inline std::string dossierLink(const std::string& id) {
    return "/records/dossiers/" + id;
}
inline std::string transferLink(const std::string& id) {
    return "/records/transfers/" + id;
}

/// Writes what happened to an entity: a line of its timeline ("records.act.<act>") and a row of the audit log ("records.<act>").
inline void note(const Services& services, db::Tx& tx, const http::Caller& actor, const EntityRef& entity, std::string_view act,
                 std::string_view words = {}, const std::string& detailJson = "{}") {
    services.timeline.append(tx, actor, entity, "records.act." + std::string{act}, words, detailJson);
    services.audit.record(tx, actor, "records." + std::string{act}, entity, detailJson);
}

}  // namespace congvu::records
