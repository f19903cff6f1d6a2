// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/events/Events.h"
#include "congvu/files/FileStore.h"
#include "congvu/forms/Forms.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/mandates/Mandates.h"
#include "congvu/notifications/Notifications.h"
#include "congvu/ports/Ports.h"
#include "congvu/registers/Registers.h"
#include "congvu/search/SearchIndex.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"

namespace congvu::outgoing {

/// The services of the sdk that the use cases of this plugin work with.
struct Services {
    db::Db& db;
    files::FileStore& files;
    forms::Forms& forms;
    events::Events& events;
    inbox::Inbox& inbox;
    inbox::Timeline& timeline;
    audit::Audit& audit;
    registers::Registers& registers;
    const directory::Directory& directory;
    search::SearchIndex& search;
    notifications::Notifications& notifications;
    settings::Settings& settings;
    ports::Ports& ports;
    Clock& clock;
    const mandates::Mandates& mandates;
};

}  // namespace congvu::outgoing
