// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::records {

/// The id of what was made.
struct Created {
    std::string id;
};
/// A list that is never long.
template <class T>
struct ListOf {
    std::vector<T> items;
};

}  // namespace congvu::records

template <>
struct congvu::json::Description<congvu::records::Created> {
    static auto fields() { return std::tuple{field("id", &congvu::records::Created::id)}; }
};

template <class T>
struct congvu::json::Description<congvu::records::ListOf<T>> {
    static auto fields() { return std::tuple{field("items", &congvu::records::ListOf<T>::items)}; }
};
