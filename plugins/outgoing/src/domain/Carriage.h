// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <array>
#include <string_view>
#include <utility>

namespace congvu::outgoing {

/// How a document reaches a recipient.
enum class Carriage {
    electronic,  ///< the exchange between agencies on this server (Decision 28/2018/QĐ-TTg)
    email,
    paper,  ///< by post or by hand
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::EnumNames<congvu::outgoing::Carriage> {
    using Carriage = congvu::outgoing::Carriage;
    static constexpr std::array values{std::pair{Carriage::electronic, std::string_view{"electronic"}},
                                       std::pair{Carriage::email, std::string_view{"email"}},
                                       std::pair{Carriage::paper, std::string_view{"paper"}}};
};
