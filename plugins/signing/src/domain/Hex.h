// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// Lower-case hexadecimal of bytes, the form sealed keys are stored in.
std::string toHex(const std::vector<std::uint8_t>& bytes);
/// Nothing when the text is not an even number of hexadecimal digits.
std::optional<std::vector<std::uint8_t>> fromHex(std::string_view text);

}  // namespace congvu::signingdesk
