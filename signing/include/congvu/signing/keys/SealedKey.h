// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "congvu/signing/keys/SecretText.h"
#include "congvu/signing/keys/Signer.h"

namespace congvu::signing {

/// How much work one guess of a PIN costs (argon2id, RFC 9106). Stored in the sealed bytes, so it may be raised later.
struct SealingCost {
    std::uint32_t passes = 3;
    std::uint32_t memoryKibibytes = 64 * 1024;

    /// Cheap parameters for tests only.
    static SealingCost lowest() { return {1, 8}; }
};

/// A PKCS#8 private key encrypted under a PIN: argon2id makes the key, XChaCha20-Poly1305 encrypts. The bytes carry a
/// version, the cost, salt and nonce, all authenticated. Only these sealed bytes may be stored.
class SealedKey {
public:
    /// Encrypts. Throws SigningError(invalidArgument) for an empty PIN.
    static SealedKey seal(const SecretText& pkcs8, std::string_view pin, SealingCost cost = {});

    /// Takes over stored bytes. Throws SigningError(unreadableKey) when the header is damaged, of an unknown version
    /// or asks for more than 1 GiB or 64 passes.
    static SealedKey fromBytes(ByteView stored);

    const Bytes& bytes() const { return bytes_; }

    /// Decrypts into locked memory. Throws SigningError(wrongPin) when PIN or bytes are not the sealed ones; the two
    /// cannot be told apart.
    SecretText open(std::string_view pin) const;

    /// Opens and makes a signer in one step. Throws wrongPin, unreadableKey, keyMismatch.
    std::shared_ptr<const Signer> openSigner(std::string_view pin, const Certificate& certificate, std::vector<Certificate> chain) const;

    /// The same key under a new PIN. Throws wrongPin.
    SealedKey changePin(std::string_view oldPin, std::string_view newPin, SealingCost cost = {}) const;

private:
    explicit SealedKey(Bytes bytes) : bytes_(std::move(bytes)) {}
    Bytes bytes_;
};

}  // namespace congvu::signing
