// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/IncomingDocument.h"

#include "congvu/calendar/WorkingCalendar.h"

#include <chrono>
#include <optional>
#include <string_view>

namespace congvu::incoming {

/// How a document came: electronic when another system delivered it or when its file was signed digitally; a scan without a signature and
/// a document without a file came on paper.
std::string_view channelOf(const IncomingDocument& document);

/// When it arrived: the time of its delivery; else the time of its registration, or the beginning of an earlier day that was entered.
Timestamp arrivalOf(const IncomingDocument& document, std::optional<Timestamp> deliveredAt);

/// The last day on which a document is registered in time: the working day on which it arrives, or the next one if it arrives on another
/// day or, where the hour is known, after the office has closed (Decree 30/2020, Art. 20–24: registered on the day it is received).
Date registerBy(const calendar::WorkingCalendar& calendar, const IncomingDocument& document, std::optional<Timestamp> deliveredAt,
                std::chrono::hours closing);

/// "on_time" or "late".
std::string_view entryOf(const calendar::WorkingCalendar& calendar, const IncomingDocument& document, std::optional<Timestamp> deliveredAt,
                         std::chrono::hours closing);

}  // namespace congvu::incoming
