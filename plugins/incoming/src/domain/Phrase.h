// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <string>
#include <tuple>

namespace congvu::incoming {

/// An opinion that a leader often writes.
struct Phrase {
    std::string id;
    std::string text;
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::Phrase> {
    static auto fields() {
        using Phrase = congvu::incoming::Phrase;
        return std::tuple{field("id", &Phrase::id), field("text", &Phrase::text)};
    }
};
