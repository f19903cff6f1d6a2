// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::core {

/// The stored text of a JSON value ("true", "3", "\"text\""), or the code of what is wrong with it for this setting. A secret is not sealed
/// yet.
struct CheckedValue {
    std::string text;
    std::string errorCode;  ///< empty when the value is right
};
CheckedValue checkSettingJson(const SettingFact& fact, std::string_view json);
/// The same for a value that is text already.
CheckedValue checkSettingText(const SettingFact& fact, std::string_view text);
/// The stored text as JSON of the setting's type; of a secret only whether there is one.
std::string settingJson(const SettingFact& fact, std::string_view text);

}  // namespace congvu::core
