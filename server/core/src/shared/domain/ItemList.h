// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Encode.h"
#include "congvu/json/Schema.h"

#include <tuple>
#include <vector>

namespace congvu::core {

/// A short list that is answered whole: {"items": […]}.
template <class Item>
struct ItemList {
    std::vector<Item> items;
};

}  // namespace congvu::core

template <class Item>
struct congvu::json::Description<congvu::core::ItemList<Item>> {
    static auto fields() { return std::tuple{field("items", &congvu::core::ItemList<Item>::items)}; }
};
