// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <string_view>
#include <utility>

namespace congvu::incoming {

/// Mức độ khẩn (Decree 30/2020, Appendix I, component 10b): thường, khẩn, thượng khẩn, hoả tốc.
enum class Urgency { normal, urgent, veryUrgent, flash };

}  // namespace congvu::incoming

template <>
struct congvu::json::EnumNames<congvu::incoming::Urgency> {
    using Urgency = congvu::incoming::Urgency;
    static constexpr std::array values{
        std::pair{Urgency::normal, std::string_view{"normal"}}, std::pair{Urgency::urgent, std::string_view{"urgent"}},
        std::pair{Urgency::veryUrgent, std::string_view{"very_urgent"}}, std::pair{Urgency::flash, std::string_view{"flash"}}};
};
