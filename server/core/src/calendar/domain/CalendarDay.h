// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/LabelDescription.h"

#include "congvu/time/Date.h"

#include <array>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::core {

/// How a day differs from Monday to Friday.
enum class CalendarDayKind { holiday, makeUpWorkday };

/// One line of the calendar table.
struct CalendarDay {
    Date date;
    CalendarDayKind kind = CalendarDayKind::holiday;
    Label name;
};

/// Body of PUT /calendar/{date}.
struct CalendarDayInput {
    CalendarDayKind kind = CalendarDayKind::holiday;
    Label name;
};

}  // namespace congvu::core

template <>
struct congvu::json::EnumNames<congvu::core::CalendarDayKind> {
    using Kind = congvu::core::CalendarDayKind;
    static constexpr std::array values{std::pair{Kind::holiday, std::string_view{"holiday"}},
                                       std::pair{Kind::makeUpWorkday, std::string_view{"make_up_workday"}}};
};
template <>
struct congvu::json::Description<congvu::core::CalendarDay> {
    static auto fields() {
        using Day = congvu::core::CalendarDay;
        return std::tuple{field("date", &Day::date), field("kind", &Day::kind), field("name", &Day::name)};
    }
};
template <>
struct congvu::json::Description<congvu::core::CalendarDayInput> {
    static auto fields() {
        using Input = congvu::core::CalendarDayInput;
        return std::tuple{field("kind", &Input::kind).required(), field("name", &Input::name).required()};
    }
};
