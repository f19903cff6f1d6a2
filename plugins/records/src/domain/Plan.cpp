// SPDX-License-Identifier: Apache-2.0
#include "domain/Plan.h"

namespace congvu::records {

std::string romanNumber(std::int64_t number) {
    static constexpr std::array<std::pair<int, std::string_view>, 13> kSigns{{{1000, "M"},
                                                                              {900, "CM"},
                                                                              {500, "D"},
                                                                              {400, "CD"},
                                                                              {100, "C"},
                                                                              {90, "XC"},
                                                                              {50, "L"},
                                                                              {40, "XL"},
                                                                              {10, "X"},
                                                                              {9, "IX"},
                                                                              {5, "V"},
                                                                              {4, "IV"},
                                                                              {1, "I"}}};
    std::string text;
    for (const auto& [value, sign] : kSigns) {
        for (; number >= value; number -= value) {
            text += sign;
        }
    }
    return text;
}

std::string notationOf(std::int64_t number, std::string_view abbreviation) {
    auto text = (number < 10 ? "0" : "") + std::to_string(number);
    if (!abbreviation.empty()) {
        text += '.';
        text += abbreviation;
    }
    return text;
}

}  // namespace congvu::records
