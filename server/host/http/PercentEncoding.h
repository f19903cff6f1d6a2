// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace congvu::host {

enum class PlusSign { isPlus, isBlank };

/// Undoes percent-encoding (RFC 3986 §2.1). Nothing for broken escapes, control characters or bytes that are not UTF-8.
std::optional<std::string> percentDecode(std::string_view text, PlusSign plus = PlusSign::isPlus);
/// Encodes everything but unreserved characters, as RFC 8187 wants it for file names.
std::string percentEncode(std::string_view text);
/// The first value of a query parameter, decoded; nothing when it is absent or badly encoded.
std::optional<std::string> queryParameter(std::string_view query, std::string_view name);

}  // namespace congvu::host
