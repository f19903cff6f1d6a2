// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <string_view>
#include <utility>

namespace congvu::tasks {

/// Where a task came from; reports count by it.
enum class TaskOrigin {
    direction,  ///< ý kiến chỉ đạo on a document
    plan,       ///< an item of a programme
    periodic,   ///< made anew every week, month, quarter …
    external,   ///< taken over from another system by its task code
    hand,       ///< given by hand
};

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::TaskOrigin> {
    using Origin = congvu::tasks::TaskOrigin;
    static constexpr std::array values{
        std::pair{Origin::direction, std::string_view{"direction"}}, std::pair{Origin::plan, std::string_view{"plan"}},
        std::pair{Origin::periodic, std::string_view{"periodic"}}, std::pair{Origin::external, std::string_view{"external"}},
        std::pair{Origin::hand, std::string_view{"hand"}}};
};
