// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace congvu::mail {

/// True for an address that every mail server understands: local part and domain in ASCII (RFC 5321, section 4.1.2, without quoted local
/// parts and address literals), at most 254 characters.
bool isAddress(std::string_view text);

}  // namespace congvu::mail
