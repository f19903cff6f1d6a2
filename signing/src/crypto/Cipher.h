// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/signing/Bytes.h"

namespace congvu::signing::crypto {

inline constexpr std::size_t kAesBlock = 16;

/// RC4, only for documents that were encrypted with it; both directions are the same. Key: 5 to 16 bytes. Throws
/// SigningError(unsupportedEncryption) where OpenSSL's legacy provider is not installed.
Bytes rc4(ByteView key, ByteView data);

/// AES-CBC without padding. Key: 16 or 32 bytes; `data`: whole blocks. Throws SigningError(cryptoFailure).
Bytes aesCbcEncrypt(ByteView key, ByteView initialVector, ByteView data);
Bytes aesCbcDecrypt(ByteView key, ByteView initialVector, ByteView data);

}  // namespace congvu::signing::crypto
