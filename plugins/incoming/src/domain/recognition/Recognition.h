// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

namespace congvu::incoming {

enum class RecognitionState {
    queued,  ///< pages wait, or one is being recognised
    done,
    failed,  ///< see `failure`; the clerk may try again
};

/// How far the recognition of a scanned file has come.
struct Recognition {
    RecognitionState state = RecognitionState::queued;
    std::int64_t pagesDone = 0;   ///< tried, with or without success
    std::int64_t pagesTotal = 0;  ///< pages without words of their own, as many as are recognised at all
    std::string failure;          ///< "recognition-unavailable", "recognition-failed"; empty otherwise
};

}  // namespace congvu::incoming

template <>
struct congvu::json::EnumNames<congvu::incoming::RecognitionState> {
    using State = congvu::incoming::RecognitionState;
    static constexpr std::array values{std::pair{State::queued, std::string_view{"queued"}},
                                       std::pair{State::done, std::string_view{"done"}},
                                       std::pair{State::failed, std::string_view{"failed"}}};
};

template <>
struct congvu::json::Description<congvu::incoming::Recognition> {
    static auto fields() {
        using Recognition = congvu::incoming::Recognition;
        return std::tuple{field("state", &Recognition::state), field("pagesDone", &Recognition::pagesDone),
                          field("pagesTotal", &Recognition::pagesTotal), field("failure", &Recognition::failure)};
    }
};
