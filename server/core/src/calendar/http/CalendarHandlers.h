// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "calendar/service/CalendarService.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and the calendar of working days.
class CalendarHandlers {
public:
    CalendarHandlers(CalendarService& calendar, const Clock& clock) : calendar_(calendar), clock_(clock) {}

    [[nodiscard]] http::Response list(const http::Request& request) const;
    [[nodiscard]] http::Response put(const http::Request& request) const;
    [[nodiscard]] http::Response remove(const http::Request& request) const;

private:
    CalendarService& calendar_;
    const Clock& clock_;
};

}  // namespace congvu::core
