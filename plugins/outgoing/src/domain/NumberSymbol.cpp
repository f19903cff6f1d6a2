// SPDX-License-Identifier: Apache-2.0
#include "domain/NumberSymbol.h"

#include <algorithm>
#include <array>

namespace congvu::outgoing {

namespace {

std::string twoDigits(unsigned value) {
    return value < 10 ? "0" + std::to_string(value) : std::to_string(value);
}

constexpr unsigned kLastPaddedMonth = 2;
/// Decree 30/2020, App. III: bản sao y, bản sao lục, bản trích sao.
constexpr std::array<std::string_view, 3> kCopyTypes{"SY", "SL", "TrS"};
constexpr std::string_view kCopyGroup = "SY, SL, TrS";

}  // namespace

std::string displayNumber(std::int64_t number) {
    return number < 10 ? "0" + std::to_string(number) : std::to_string(number);
}

std::string numberAndSymbol(std::int64_t number, std::string_view symbol) {
    const bool hasSeparator = symbol.starts_with('-') || symbol.starts_with('/');
    return displayNumber(number) + (hasSeparator ? "" : "/") + std::string{symbol};
}

std::string symbolOfTail(std::string_view tail) {
    return std::string{tail.starts_with('/') ? tail.substr(1) : tail};
}

bool isCopy(std::string_view typeAbbreviation) {
    return std::ranges::find(kCopyTypes, typeAbbreviation) != kCopyTypes.end();
}

std::string symbolOf(std::string_view typeAbbreviation, std::string_view issuerAbbreviation, std::string_view unitAbbreviation) {
    if (!typeAbbreviation.empty()) {
        return std::string{typeAbbreviation} + "-" + std::string{issuerAbbreviation};
    }
    return unitAbbreviation.empty() ? std::string{issuerAbbreviation}
                                    : std::string{issuerAbbreviation} + "-" + std::string{unitAbbreviation};
}

std::string numberGroupOf(std::string_view typeAbbreviation, Numbering numbering) {
    if (isCopy(typeAbbreviation)) {
        return std::string{kCopyGroup};
    }
    return numbering == Numbering::sequenceOfEachType ? std::string{typeAbbreviation} : std::string{};
}

std::string displayDay(Date date) {
    return twoDigits(date.dayOfMonth());
}

std::string displayMonth(Date date) {
    return date.month() <= kLastPaddedMonth ? twoDigits(date.month()) : std::to_string(date.month());
}

std::string placeAndDate(std::string_view place, Date date) {
    return std::string{place} + ", ngày " + displayDay(date) + " tháng " + displayMonth(date) + " năm " + std::to_string(date.year());
}

}  // namespace congvu::outgoing
