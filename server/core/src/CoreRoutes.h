// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/http/AuditHandlers.h"
#include "calendar/http/CalendarHandlers.h"
#include "inbox/http/InboxHandlers.h"
#include "notifications/http/NotificationHandlers.h"
#include "registers/http/RegisterHandlers.h"
#include "search/http/SearchHandlers.h"
#include "settings/http/SettingsHandlers.h"

#include "congvu/http/Routes.h"

#include <memory>

namespace congvu::core {

/// The handlers of the smaller areas, whose routes stand in one table.
struct AreaHandlers {
    std::shared_ptr<const InboxHandlers> inbox;
    std::shared_ptr<const NotificationHandlers> notifications;
    std::shared_ptr<const SearchHandlers> search;
    std::shared_ptr<const SettingsHandlers> settings;
    std::shared_ptr<const CalendarHandlers> calendar;
    std::shared_ptr<const RegisterHandlers> registers;
    std::shared_ptr<const AuditHandlers> audit;
};
void addAreaRoutes(http::Routes& routes, const AreaHandlers& handlers);

}  // namespace congvu::core
