// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace congvu::templates {

/// The text in Unicode normalization form C. The text must be valid UTF-8; the work is linear in
/// its length (GLib's normalization is not). Throws std::runtime_error when ICU has no data.
std::string toNfc(const std::string& text);

}  // namespace congvu::templates
