// SPDX-License-Identifier: Apache-2.0
#include "CoreRoutes.h"

#include "shared/domain/ItemList.h"
#include "shared/http/HandlerOf.h"

namespace congvu::core {

namespace {

using http::Route;

void addDeskRoutes(http::Routes& routes, const AreaHandlers& handlers) {
    const HandlerOf<InboxHandlers> inbox(handlers.inbox);
    const HandlerOf<NotificationHandlers> notes(handlers.notifications);
    const HandlerOf<SearchHandlers> search(handlers.search);
    routes.add(
        Route::get("/work-items").forSignedIn().says("Work that waits").gives<db::Page<WorkItemView>>().by(inbox(&InboxHandlers::list)));
    routes.add(Route::get("/work-items/counters")
                   .forSignedIn()
                   .says("How much work waits")
                   .gives<WorkCounters>()
                   .onLoop()
                   .by(inbox(&InboxHandlers::counters)));
    routes.add(Route::post("/work-items/{id}/read").forSignedIn().says("Mark as read").by(inbox(&InboxHandlers::markRead)));
    routes.add(Route::get("/notifications")
                   .forSignedIn()
                   .says("Notifications")
                   .gives<db::Page<NotificationItem>>()
                   .by(notes(&NotificationHandlers::list)));
    routes.add(Route::post("/notifications/read")
                   .forSignedIn()
                   .says("Mark as read")
                   .takes<NotificationsReadInput>()
                   .by(notes(&NotificationHandlers::markRead)));
    routes.add(
        Route::get("/search").forSignedIn().says("Search everywhere").gives<db::Page<SearchHit>>().by(search(&SearchHandlers::find)));
}

void addAdministrationRoutes(http::Routes& routes, const AreaHandlers& handlers) {
    const HandlerOf<SettingsHandlers> settings(handlers.settings);
    const HandlerOf<CalendarHandlers> calendar(handlers.calendar);
    const HandlerOf<RegisterHandlers> registers(handlers.registers);
    const HandlerOf<AuditHandlers> audit(handlers.audit);
    routes.add(Route::get("/settings")
                   .needs("core.settings")
                   .says("Settings")
                   .gives<ItemList<SettingItem>>()
                   .by(settings(&SettingsHandlers::list)));
    routes.add(Route::put("/settings")
                   .needs("core.settings")
                   .says("Change settings")
                   .takes<SettingChanges>()
                   .gives<ItemList<SettingItem>>()
                   .by(settings(&SettingsHandlers::change)));
    routes.add(Route::get("/calendar")
                   .forSignedIn()
                   .says("Holidays and make-up days")
                   .gives<ItemList<CalendarDay>>()
                   .by(calendar(&CalendarHandlers::list)));
    routes.add(Route::put("/calendar/{date}")
                   .needs("core.calendar")
                   .says("Set a day")
                   .takes<CalendarDayInput>()
                   .gives<CalendarDay>()
                   .by(calendar(&CalendarHandlers::put)));
    routes.add(
        Route::del("/calendar/{date}").needs("core.calendar").says("Make a day ordinary again").by(calendar(&CalendarHandlers::remove)));
    routes.add(Route::get("/registers")
                   .needs("core.registers")
                   .says("Registers of a year")
                   .gives<db::Page<RegisterItem>>()
                   .by(registers(&RegisterHandlers::list)));
    routes.add(Route::get("/registers/{id}/numbers")
                   .needs("core.registers")
                   .says("Numbers of a register")
                   .gives<db::Page<RegisterNumberItem>>()
                   .by(registers(&RegisterHandlers::numbers)));
    routes.add(Route::get("/audit").needs("core.audit").says("The audit log").gives<db::Page<AuditItem>>().by(audit(&AuditHandlers::list)));
    routes.add(Route::post("/audit/verification")
                   .needs("core.audit")
                   .says("Check the hash chain")
                   .gives<AuditVerificationResult>()
                   .by(audit(&AuditHandlers::verify)));
}

}  // namespace

void addAreaRoutes(http::Routes& routes, const AreaHandlers& handlers) {
    addDeskRoutes(routes, handlers);
    addAdministrationRoutes(routes, handlers);
}

}  // namespace congvu::core
