// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/OutgoingResponse.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace congvu::host {

enum class AfterAnswer { keepOpen, close };

/// Appends status line and header fields of an answer, with the empty line. `bodyLength` becomes Content-Length, except for 204, 304 and
/// event streams, which have none. Control characters in header values become blanks, so that no value can start another line.
void appendResponseHead(std::string& out, const OutgoingResponse& response, std::int64_t bodyLength, AfterAnswer afterAnswer,
                        std::string_view date);

}  // namespace congvu::host
