// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <string_view>
#include <utility>

namespace congvu::incoming {

/// Where a document that came over the exchange stands in the agency that got it.
enum class DeliveryState {
    arrived,     ///< lies in the clerk's inbox
    refused,     ///< the clerk refused it with a reason
    registered,  ///< it has an arrival number
    recalled,    ///< the sender took it back
};

/// Whether the sender asks a registered delivery back.
enum class RecallState { none, asked, agreed, refused };

/// Status codes told to the sender (QCVN 102:2016/BTTTT). The text is the code.
namespace status {
inline constexpr std::string_view kArrived = "01";
inline constexpr std::string_view kRefused = "02";
inline constexpr std::string_view kReceived = "03";
inline constexpr std::string_view kAssigned = "04";
inline constexpr std::string_view kInWork = "05";
inline constexpr std::string_view kCompleted = "06";
inline constexpr std::string_view kRecallAgreed = "15";
inline constexpr std::string_view kRecallRefused = "16";
}  // namespace status

}  // namespace congvu::incoming

template <>
struct congvu::json::EnumNames<congvu::incoming::DeliveryState> {
    using State = congvu::incoming::DeliveryState;
    static constexpr std::array values{
        std::pair{State::arrived, std::string_view{"arrived"}}, std::pair{State::refused, std::string_view{"refused"}},
        std::pair{State::registered, std::string_view{"registered"}}, std::pair{State::recalled, std::string_view{"recalled"}}};
};

template <>
struct congvu::json::EnumNames<congvu::incoming::RecallState> {
    using State = congvu::incoming::RecallState;
    static constexpr std::array values{std::pair{State::none, std::string_view{"none"}}, std::pair{State::asked, std::string_view{"asked"}},
                                       std::pair{State::agreed, std::string_view{"agreed"}},
                                       std::pair{State::refused, std::string_view{"refused"}}};
};
