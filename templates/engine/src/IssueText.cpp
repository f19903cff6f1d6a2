// SPDX-License-Identifier: Apache-2.0
#include "congvu/templates/IssueText.h"

namespace congvu::templates {

namespace {

std::string withLeadingZero(unsigned long value, unsigned long below) {
    return (value < below ? "0" : "") + std::to_string(value);
}

}  // namespace

std::string documentNumber(unsigned long number) {
    return withLeadingZero(number, 10);
}

std::string dateInWords(std::chrono::year_month_day date) {
    return "ngày " + withLeadingZero(static_cast<unsigned>(date.day()), 10) + " tháng " +
           withLeadingZero(static_cast<unsigned>(date.month()), 3) + " năm " + std::to_string(static_cast<int>(date.year()));
}

std::string placeAndDate(const std::string& place, std::chrono::year_month_day date) {
    return place + ", " + dateInWords(date);
}

}  // namespace congvu::templates
