// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace congvu::figures {

/// How many things of one day have one value of one measure. A thing stands in at most one value of a measure.
struct FigureCell {
    std::string measure;       ///< one of namespace measure
    std::string unitId;        ///< whose work it is; empty while it is nobody's
    std::string registerCode;  ///< empty for what stands in no register
    std::string value;
    std::int64_t amount = 0;
};

/// The measures that sources and the page of figures speak of. A source answers those that it knows.
namespace measure {

inline constexpr std::string_view kCount = "count";             ///< every thing once, with the value ""
inline constexpr std::string_view kType = "type";               ///< type of document
inline constexpr std::string_view kSource = "source";           ///< group of senders, "-" for none
inline constexpr std::string_view kChannel = "channel";         ///< "electronic" or "paper"
inline constexpr std::string_view kSignature = "signature";     ///< verdict over the signatures of what came
inline constexpr std::string_view kEntry = "entry";             ///< registered "on_time" or "late"
inline constexpr std::string_view kSending = "sending";         ///< sent "on_time" or "late"
inline constexpr std::string_view kPersonSignature = "person";  ///< "yes" or "no": signed digitally by the competent person
inline constexpr std::string_view kAgencySignature = "agency";  ///< "yes" or "no": signed digitally by the agency
inline constexpr std::string_view kDelivery = "delivery";       ///< deliveries: "received", "refused", "waiting"
inline constexpr std::string_view kStanding = "standing";       ///< tasks against their deadline
inline constexpr std::string_view kTimePrefix = "time:";        ///< "time:directed": how long until then, see FigureTally::addTime
/// A value of kStanding that is "in_term" up to that day and "overdue" afterwards: "due:2026-03-20".
inline constexpr std::string_view kDuePrefix = "due:";

}  // namespace measure

}  // namespace congvu::figures
