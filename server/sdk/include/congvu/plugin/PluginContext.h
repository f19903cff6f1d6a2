// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/entities/Entities.h"
#include "congvu/events/Events.h"
#include "congvu/files/FileStore.h"
#include "congvu/forms/Forms.h"
#include "congvu/http/Routes.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/jobs/Jobs.h"
#include "congvu/lists/Lists.h"
#include "congvu/log/Log.h"
#include "congvu/mail/Mail.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/notifications/Notifications.h"
#include "congvu/pdf/PdfInspector.h"
#include "congvu/ports/Ports.h"
#include "congvu/registers/Registers.h"
#include "congvu/search/SearchIndex.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"

#include <filesystem>

namespace congvu {

/// The services one plugin gets. Each acts for this plugin only: it cannot register in another's name, and the host undoes every
/// registration at stop. Only the plugin's own *Plugin.cpp sees the context; classes below get what they need by constructor.
/// All services live as long as the plugin runs and may be used from any thread.
class PluginContext {
public:
    virtual ~PluginContext() = default;
    virtual db::Db& db() = 0;
    virtual http::Routes& routes() = 0;
    virtual events::Events& events() = 0;
    virtual jobs::Jobs& jobs() = 0;
    virtual ports::Ports& ports() = 0;
    virtual settings::Settings& settings() = 0;
    virtual files::FileStore& files() = 0;
    virtual inbox::Inbox& inbox() = 0;
    virtual inbox::Timeline& timeline() = 0;
    virtual audit::Audit& audit() = 0;
    virtual registers::Registers& registers() = 0;
    virtual calendar::WorkingCalendar& calendar() = 0;
    virtual directory::Directory& directory() = 0;
    virtual search::SearchIndex& search() = 0;
    virtual notifications::Notifications& notifications() = 0;
    virtual mandates::Mandates& mandates() = 0;
    virtual entities::Entities& entities() = 0;
    virtual lists::Lists& lists() = 0;
    virtual forms::Forms& forms() = 0;
    virtual pdf::PdfInspector& pdf() = 0;
    virtual mail::Mail& mail() = 0;
    virtual Clock& clock() = 0;
    virtual Log& log() = 0;
    /// A folder of this plugin's own under the data directory, for what is neither a row nor a stored file.
    virtual std::filesystem::path dataFolder() = 0;
};

}  // namespace congvu
