// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace congvu::core {

/// Unguessable lower-case hex of that many random bytes (libsodium), for tokens.
std::string randomHex(std::size_t bytes);
/// A temporary password that is easy to read out: 16 letters and digits without 0, o, 1, l, i in groups of four ("k7mp-…"), about 78 bits.
std::string randomPassword();

}  // namespace congvu::core
