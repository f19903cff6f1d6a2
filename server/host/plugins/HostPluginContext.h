// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/Router.h"
#include "plugins/Contributions.h"
#include "plugins/Manifest.h"
#include "plugins/PluginLog.h"
#include "plugins/PluginRoutes.h"
#include "plugins/PortTable.h"
#include "plugins/RecordedEntities.h"
#include "plugins/RecordedEvents.h"
#include "plugins/RecordedJobs.h"
#include "plugins/RecordedLists.h"

#include "congvu/core/Core.h"
#include "congvu/plugin/PluginContext.h"

#include <filesystem>
#include <memory>

namespace congvu::host {

/// What all plugins share. Everything outlives the contexts.
struct PluginServices {
    db::Db& db;
    Router& router;
    PortTable& ports;
    core::Core& core;
    forms::Forms& forms;
    pdf::PdfInspector& pdf;
    mail::Mail& mail;
    Clock& clock;
    Log& log;
    std::filesystem::path dataFolder;  ///< plugins/<id> is made below it when a plugin asks for its folder
};

/// The services of one plugin. Registrations go through objects that know its manifest, refuse what it does not declare and note the rest.
class HostPluginContext final : public PluginContext {
public:
    /// `events` and `jobs` act for this plugin already.
    HostPluginContext(const Manifest& manifest, const PluginServices& services, std::unique_ptr<events::Events> events,
                      std::unique_ptr<jobs::Jobs> jobs);

    db::Db& db() override { return services_.db; }
    http::Routes& routes() override { return routes_; }
    events::Events& events() override { return events_; }
    jobs::Jobs& jobs() override { return jobs_; }
    ports::Ports& ports() override { return ports_; }
    settings::Settings& settings() override { return services_.core.settings(); }
    files::FileStore& files() override { return services_.core.files(); }
    inbox::Inbox& inbox() override { return services_.core.inbox(); }
    inbox::Timeline& timeline() override { return services_.core.timeline(); }
    audit::Audit& audit() override { return services_.core.audit(); }
    registers::Registers& registers() override { return services_.core.registers(); }
    calendar::WorkingCalendar& calendar() override { return services_.core.calendar(); }
    directory::Directory& directory() override { return services_.core.directory(); }
    search::SearchIndex& search() override { return services_.core.search(); }
    notifications::Notifications& notifications() override { return services_.core.notifications(); }
    mandates::Mandates& mandates() override { return services_.core.mandates(); }
    entities::Entities& entities() override { return entities_; }
    lists::Lists& lists() override { return lists_; }
    forms::Forms& forms() override { return services_.forms; }
    pdf::PdfInspector& pdf() override { return services_.pdf; }
    mail::Mail& mail() override { return services_.mail; }
    Clock& clock() override { return services_.clock; }
    Log& log() override { return log_; }
    std::filesystem::path dataFolder() override;

    /// What has been registered until now.
    [[nodiscard]] Contributions contributions() const;

private:
    const Manifest& manifest_;
    PluginServices services_;
    Contributions contributions_;
    PluginRoutes routes_;
    RecordedEvents events_;
    RecordedJobs jobs_;
    PluginPorts ports_;
    RecordedEntities entities_;
    RecordedLists lists_;
    PluginLog log_;
};

}  // namespace congvu::host
