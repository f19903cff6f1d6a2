// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu::host {

/// The same JSON with line breaks and two blanks of indentation, so that generated files can be compared line by line.
std::string prettyJson(std::string_view json);

}  // namespace congvu::host
