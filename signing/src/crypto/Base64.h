// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

#include "congvu/signing/Bytes.h"

namespace congvu::signing::crypto {

/// RFC 4648, 4: with padding and without line breaks.
std::string toBase64(ByteView bytes);

/// White space is skipped. Empty for what is no base64.
Bytes fromBase64(std::string_view text);

}  // namespace congvu::signing::crypto
