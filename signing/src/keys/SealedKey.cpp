// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/SealedKey.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstring>

#include "congvu/signing/SigningError.h"
#include "congvu/signing/keys/PrivateKeySigner.h"
#include "keys/Sodium.h"

namespace congvu::signing {
namespace {

// Layout of version 1: magic (4) · version (1) · passes (4, big endian) · memory in KiB (4) · salt (16) · nonce (24) ·
// ciphertext with tag. Everything before the ciphertext is authenticated with it.
constexpr std::array<std::uint8_t, 4> kMagic{'C', 'V', 'S', 'K'};
constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kSaltOffset = 13;
constexpr std::size_t kNonceOffset = kSaltOffset + crypto_pwhash_SALTBYTES;
constexpr std::size_t kHeaderSize = kNonceOffset + crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::uint32_t kMostPasses = 64;
constexpr std::uint32_t kMostMemoryKibibytes = 1 << 20;
constexpr std::size_t kLargestSealed = 64 * 1024;

void writeNumber(Bytes& out, std::size_t offset, std::uint32_t value) {
    for (int index = 0; index < 4; ++index) {
        out[offset + static_cast<std::size_t>(index)] = static_cast<std::uint8_t>(value >> (24 - 8 * index));
    }
}

std::uint32_t readNumber(ByteView bytes, std::size_t offset) {
    std::uint32_t value = 0;
    for (std::size_t index = 0; index < 4; ++index) {
        value = (value << 8) | bytes[offset + index];
    }
    return value;
}

SealingCost costOf(ByteView sealed) {
    return {readNumber(sealed, 5), readNumber(sealed, 9)};
}

SecretText keyFromPin(ByteView header, std::string_view pin) {
    const SealingCost cost = costOf(header);
    SecretText key(crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
    const int state =
        crypto_pwhash(reinterpret_cast<unsigned char*>(key.data()), key.size(), pin.data(), pin.size(), header.data() + kSaltOffset,
                      cost.passes, std::size_t{cost.memoryKibibytes} * 1024, crypto_pwhash_ALG_ARGON2ID13);
    if (state != 0) {
        throw SigningError(ErrorCode::cryptoFailure, "not enough memory to open the key");
    }
    return key;
}

bool isAcceptableCost(const SealingCost& cost) {
    return cost.passes >= 1 && cost.passes <= kMostPasses && cost.memoryKibibytes >= 8 && cost.memoryKibibytes <= kMostMemoryKibibytes;
}

}  // namespace

SealedKey SealedKey::seal(const SecretText& pkcs8, std::string_view pin, SealingCost cost) {
    keys::startSodium();
    if (pin.empty() || pkcs8.empty() || !isAcceptableCost(cost)) {
        throw SigningError(ErrorCode::invalidArgument, "a key needs a PIN and acceptable costs to be sealed");
    }
    Bytes sealed(kHeaderSize + pkcs8.size() + kTagSize);
    std::copy(kMagic.begin(), kMagic.end(), sealed.begin());
    sealed[4] = kVersion;
    writeNumber(sealed, 5, cost.passes);
    writeNumber(sealed, 9, cost.memoryKibibytes);
    randombytes_buf(sealed.data() + kSaltOffset, kHeaderSize - kSaltOffset);
    const SecretText key = keyFromPin(sealed, pin);
    crypto_aead_xchacha20poly1305_ietf_encrypt(
        sealed.data() + kHeaderSize, nullptr, reinterpret_cast<const unsigned char*>(pkcs8.view().data()), pkcs8.size(), sealed.data(),
        kHeaderSize, nullptr, sealed.data() + kNonceOffset, reinterpret_cast<const unsigned char*>(key.view().data()));
    return SealedKey(std::move(sealed));
}

SealedKey SealedKey::fromBytes(ByteView stored) {
    const bool sized = stored.size() > kHeaderSize + kTagSize && stored.size() <= kLargestSealed;
    const bool known = sized && std::equal(kMagic.begin(), kMagic.end(), stored.begin()) && stored[4] == kVersion;
    if (!known || !isAcceptableCost(costOf(stored))) {
        throw SigningError(ErrorCode::unreadableKey, "not a sealed key, or of an unknown version");
    }
    return SealedKey(Bytes(stored.begin(), stored.end()));
}

SecretText SealedKey::open(std::string_view pin) const {
    keys::startSodium();
    const SecretText key = keyFromPin(bytes_, pin);
    SecretText pkcs8(bytes_.size() - kHeaderSize - kTagSize);
    const int state = crypto_aead_xchacha20poly1305_ietf_decrypt(
        reinterpret_cast<unsigned char*>(pkcs8.data()), nullptr, nullptr, bytes_.data() + kHeaderSize, bytes_.size() - kHeaderSize,
        bytes_.data(), kHeaderSize, bytes_.data() + kNonceOffset, reinterpret_cast<const unsigned char*>(key.view().data()));
    if (state != 0) {
        throw SigningError(ErrorCode::wrongPin, "wrong PIN");
    }
    return pkcs8;
}

std::shared_ptr<const Signer> SealedKey::openSigner(std::string_view pin, const Certificate& certificate,
                                                    std::vector<Certificate> chain) const {
    return PrivateKeySigner::load(open(pin), certificate, std::move(chain));
}

SealedKey SealedKey::changePin(std::string_view oldPin, std::string_view newPin, SealingCost cost) const {
    return seal(open(oldPin), newPin, cost);
}

}  // namespace congvu::signing
