// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "domain/NumberEntry.h"

#include <tuple>
#include <vector>

namespace congvu::outgoing {

struct SequenceList {
    std::vector<NumberSequence> items;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::SequenceList> {
    static auto fields() { return std::tuple{field("items", &congvu::outgoing::SequenceList::items)}; }
};
