// SPDX-License-Identifier: Apache-2.0
#include "domain/OwnFileRules.h"

#include "domain/ReservedNames.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace congvu::outgoing {

namespace {

constexpr double kSealSize = 36 * 72 / 25.4;
constexpr double kOverlap = 1.0 / 3;
constexpr double kSmallestSide = 6;
constexpr double kLargestSide = 600;
constexpr double kFarthest = 5000;
constexpr double kSmallestFont = 8;
constexpr double kLargestFont = 20;
constexpr std::array kTextFields{kNumberField, kDateField, kDayField, kMonthField, kYearField};

bool has(const OwnFilePlaces& places, std::string_view field) {
    return placeOf(places, field) != nullptr;
}

bool isBetween(double value, double low, double high) {
    return std::isfinite(value) && value >= low && value <= high;
}

}  // namespace

const FieldPlace* placeOf(const OwnFilePlaces& places, std::string_view field) {
    const auto found = std::ranges::find(places.fields, field, &FieldPlace::field);
    return found == places.fields.end() ? nullptr : &*found;
}

std::string_view placesProblem(const OwnFilePlaces& places) {
    if (!has(places, kNumberField)) {
        return "outgoing.own-file-no-number-place";
    }
    const bool hasYear = places.printedYear != 0 || has(places, kYearField);
    if (!has(places, kDateField) && !(has(places, kDayField) && has(places, kMonthField) && hasYear)) {
        return "outgoing.own-file-no-date-place";
    }
    return has(places, kPersonField) ? "" : "outgoing.own-file-no-signature-place";
}

std::string_view placeProblem(const FieldPlace& place, std::int64_t pages) {
    if (place.field != kPersonField && !isTextField(place.field)) {
        return "unknown-choice";
    }
    const bool isSensible = isBetween(place.x, 0, kFarthest) && isBetween(place.y, 0, kFarthest) &&
                            isBetween(place.width, kSmallestSide, kLargestSide) && isBetween(place.height, kSmallestSide, kLargestSide) &&
                            isBetween(place.fontSize, kSmallestFont, kLargestFont);
    return place.page >= 1 && place.page <= pages && isSensible ? "" : "outgoing.own-file-place";
}

FieldPlace sealPlaceOf(const FieldPlace& person) {
    const double left = std::max(0.0, person.x + person.width * kOverlap - kSealSize);
    const double bottom = std::max(0.0, person.y + (person.height - kSealSize) / 2);
    return {std::string{kSealField}, person.page, left, bottom, kSealSize, kSealSize, person.fontSize};
}

bool isTextField(std::string_view field) {
    return std::ranges::find(kTextFields, field) != kTextFields.end();
}

}  // namespace congvu::outgoing
