// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu::core {

/// Whether a new password may be used: 10 to 128 characters, not made of the person's name or user name, not one of the common ones,
/// not one letter over and over. Answers the code of what is wrong ("too-short", "too-long", "core.password-like-name",
/// "core.password-common"), or nothing.
std::string passwordFault(std::string_view password, std::string_view personName, std::string_view username);

}  // namespace congvu::core
