// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::core {

/// Colours of markers, as the kit of the web UI names its tones; each has a pair for light and dark.
enum class MarkerTone { gray, blue, green, amber, red, violet, cyan };

/// A coloured label of one person's own.
struct Marker {
    std::string id;
    std::string name;
    MarkerTone tone = MarkerTone::gray;
};

/// Body of POST /markers and PUT /markers/{id}.
struct MarkerInput {
    std::string name;
    MarkerTone tone = MarkerTone::gray;
};

/// One thing under one marker.
struct Marked {
    std::string markerId;
    std::string entityId;
};

/// Body of PUT /marked/{plugin}/{type}/{id}: the markers under which it stands from now on.
struct MarkerChoice {
    std::vector<std::string> markerIds;
};

}  // namespace congvu::core

template <>
struct congvu::json::EnumNames<congvu::core::MarkerTone> {
    using Tone = congvu::core::MarkerTone;
    static constexpr std::array values{
        std::pair{Tone::gray, std::string_view{"gray"}},   std::pair{Tone::blue, std::string_view{"blue"}},
        std::pair{Tone::green, std::string_view{"green"}}, std::pair{Tone::amber, std::string_view{"amber"}},
        std::pair{Tone::red, std::string_view{"red"}},     std::pair{Tone::violet, std::string_view{"violet"}},
        std::pair{Tone::cyan, std::string_view{"cyan"}}};
};
template <>
struct congvu::json::Description<congvu::core::Marker> {
    static auto fields() {
        using Marker = congvu::core::Marker;
        return std::tuple{field("id", &Marker::id), field("name", &Marker::name), field("tone", &Marker::tone)};
    }
};
template <>
struct congvu::json::Description<congvu::core::MarkerInput> {
    static auto fields() {
        using Input = congvu::core::MarkerInput;
        return std::tuple{field("name", &Input::name).required().maxLength(40), field("tone", &Input::tone).required()};
    }
};
template <>
struct congvu::json::Description<congvu::core::Marked> {
    static auto fields() {
        using Marked = congvu::core::Marked;
        return std::tuple{field("markerId", &Marked::markerId), field("entityId", &Marked::entityId)};
    }
};
template <>
struct congvu::json::Description<congvu::core::MarkerChoice> {
    static auto fields() { return std::tuple{field("markerIds", &congvu::core::MarkerChoice::markerIds).maxLength(30)}; }
};
