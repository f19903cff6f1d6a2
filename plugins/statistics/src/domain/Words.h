// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu::statistics {

/// What the printed report, which is a Vietnamese form, calls a source, a measure, a value of it and a status. Unknown ids stay as they
/// are.
[[nodiscard]] std::string sourceWords(std::string_view source);
[[nodiscard]] std::string measureWords(std::string_view source, std::string_view measure);
[[nodiscard]] std::string valueWords(std::string_view measure, std::string_view value);
[[nodiscard]] std::string statusWords(std::string_view source, std::string_view status);

}  // namespace congvu::statistics
