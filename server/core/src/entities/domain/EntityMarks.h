// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::core {

/// What the caller has around an entity: GET /entities/{plugin}/{type}/{id}.
struct EntityMarks {
    bool isFollowed = false;
    bool mayFollow = true;   ///< false while acting for another
    bool takesNotes = true;  ///< false for what nothing may be written about
    std::int64_t notes = 0;  ///< of the own unit
    std::vector<std::string> markerIds;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::EntityMarks> {
    static auto fields() {
        using Marks = congvu::core::EntityMarks;
        return std::tuple{field("isFollowed", &Marks::isFollowed), field("mayFollow", &Marks::mayFollow),
                          field("takesNotes", &Marks::takesNotes), field("notes", &Marks::notes), field("markerIds", &Marks::markerIds)};
    }
};
