// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu::incoming {

/// A file name that is safe to show and to offer for download: the part after the last slash or backslash, without control characters and
/// the characters that file systems refuse, at most 200 characters, never empty and never only dots.
std::string cleanFileName(std::string_view hostile);

}  // namespace congvu::incoming
