// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <string_view>
#include <utility>

namespace congvu::outgoing {

/// What is sent to a recipient by mail or on paper: the document itself, or word of what became of it.
enum class NoticeKind {
    document,
    recall,
    corrects,  ///< a later document corrects it (đính chính)
    amends,
    replaces,
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::EnumNames<congvu::outgoing::NoticeKind> {
    using Kind = congvu::outgoing::NoticeKind;
    static constexpr std::array values{
        std::pair{Kind::document, std::string_view{"document"}}, std::pair{Kind::recall, std::string_view{"recall"}},
        std::pair{Kind::corrects, std::string_view{"corrects"}}, std::pair{Kind::amends, std::string_view{"amends"}},
        std::pair{Kind::replaces, std::string_view{"replaces"}}};
};
