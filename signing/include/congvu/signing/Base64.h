// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "congvu/signing/Bytes.h"

namespace congvu::signing {

/// RFC 4648, 4: with padding, on one line.
std::string toBase64(ByteView bytes);

/// Nothing for any character outside the alphabet, wrong padding or bits that are left over.
std::optional<Bytes> fromBase64(std::string_view text);

}  // namespace congvu::signing
