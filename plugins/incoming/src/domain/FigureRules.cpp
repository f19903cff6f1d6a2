// SPDX-License-Identifier: Apache-2.0
#include "domain/FigureRules.h"

namespace congvu::incoming {

std::string_view channelOf(const IncomingDocument& document) {
    const auto& verdict = document.verdict;
    const bool isSigned = verdict == "valid" || verdict == "indeterminate" || verdict == "invalid";
    return document.deliveryId || isSigned ? "electronic" : "paper";
}

Timestamp arrivalOf(const IncomingDocument& document, std::optional<Timestamp> deliveredAt) {
    if (deliveredAt) {
        return *deliveredAt;
    }
    const bool isOfToday = document.arrivedOn == dayInVietnam(document.registeredAt);
    return isOfToday ? document.registeredAt : startOfDayInVietnam(document.arrivedOn);
}

Date registerBy(const calendar::WorkingCalendar& calendar, const IncomingDocument& document, std::optional<Timestamp> deliveredAt,
                std::chrono::hours closing) {
    const auto day = deliveredAt ? dayInVietnam(*deliveredAt) : document.arrivedOn;
    const bool isAfterClosing = deliveredAt && *deliveredAt - startOfDayInVietnam(day) >= closing;
    return calendar.isWorkingDay(day) && !isAfterClosing ? day : calendar.addWorkingDays(day, 1);
}

std::string_view entryOf(const calendar::WorkingCalendar& calendar, const IncomingDocument& document, std::optional<Timestamp> deliveredAt,
                         std::chrono::hours closing) {
    return registerBy(calendar, document, deliveredAt, closing) < dayInVietnam(document.registeredAt) ? "late" : "on_time";
}

}  // namespace congvu::incoming
