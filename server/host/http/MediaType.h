// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace congvu::host {

/// How many first bytes of a file decide its type.
inline constexpr std::size_t kMediaTypeBytes = 64 * 1024;

/// What the bytes are, by libmagic, for example "application/pdf"; "application/octet-stream" when nobody knows. Thread-safe.
std::string mediaTypeOf(std::string_view firstBytes);
/// The type of a file of the web UI by its name's ending; "application/octet-stream" for an unknown one.
std::string_view webMediaType(std::string_view fileName);

}  // namespace congvu::host
