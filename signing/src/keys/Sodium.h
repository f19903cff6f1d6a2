// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace congvu::signing::keys {

/// Starts libsodium once; safe from several threads. Throws SigningError(cryptoFailure).
void startSodium();

}  // namespace congvu::signing::keys
