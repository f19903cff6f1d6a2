// SPDX-License-Identifier: Apache-2.0
#include "calendar/http/CalendarHandlers.h"

#include "shared/domain/ItemList.h"
#include "shared/http/QueryYear.h"

namespace congvu::core {

namespace {

Date dayOf(const http::Request& request) {
    const auto day = Date::parse(request.path("date"));
    if (!day) {
        throw AppError::invalidField("/date", "bad-date");
    }
    return *day;
}

}  // namespace

http::Response CalendarHandlers::list(const http::Request& request) const {
    return http::Response::json(ItemList<CalendarDay>{calendar_.ofYear(queryYear(request).value_or(clock_.today().year()))});
}

http::Response CalendarHandlers::put(const http::Request& request) const {
    calendar_.requireEditor(request.caller());
    const auto input = request.body<CalendarDayInput>();
    const CalendarDay day{dayOf(request), input.kind, input.name};
    calendar_.put(request.caller(), day);
    return http::Response::json(day);
}

http::Response CalendarHandlers::remove(const http::Request& request) const {
    calendar_.requireEditor(request.caller());
    calendar_.remove(request.caller(), dayOf(request));
    return http::Response::noContent();
}

}  // namespace congvu::core
