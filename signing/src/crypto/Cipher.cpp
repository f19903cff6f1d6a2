// SPDX-License-Identifier: Apache-2.0
#include "crypto/Cipher.h"

#include <openssl/err.h>
#include <openssl/provider.h>

#include <algorithm>

#include "crypto/OpenSsl.h"

namespace congvu::signing::crypto {
namespace {

using CipherContextPointer = std::unique_ptr<EVP_CIPHER_CTX, Deleter<EVP_CIPHER_CTX_free>>;

/// Fetched once, from a private library context: nothing else of the process comes to know the old algorithm.
const EVP_CIPHER* rc4Algorithm() {
    static const EVP_CIPHER* const kAlgorithm = [] {
        OSSL_LIB_CTX* context = OSSL_LIB_CTX_new();
        const bool isLoaded = context != nullptr && OSSL_PROVIDER_load(context, "legacy") != nullptr;
        const EVP_CIPHER* algorithm = isLoaded ? EVP_CIPHER_fetch(context, "RC4", nullptr) : nullptr;
        ERR_clear_error();
        return algorithm;
    }();
    return kAlgorithm;
}

const EVP_CIPHER* aesAlgorithm(std::size_t keyBytes) {
    static const EVP_CIPHER* const kAes128 = EVP_CIPHER_fetch(nullptr, "AES-128-CBC", nullptr);
    static const EVP_CIPHER* const kAes256 = EVP_CIPHER_fetch(nullptr, "AES-256-CBC", nullptr);
    return keyBytes == 16 ? kAes128 : keyBytes == 32 ? kAes256 : nullptr;
}

/// One pass in pieces that OpenSSL's int lengths can hold.
bool update(EVP_CIPHER_CTX* context, ByteView data, Bytes& out) {
    constexpr std::size_t kPiece = 1u << 30;
    std::size_t done = 0;
    while (done < data.size()) {
        const std::size_t size = std::min(kPiece, data.size() - done);
        int written = 0;
        if (EVP_CipherUpdate(context, out.data() + done, &written, data.data() + done, static_cast<int>(size)) != 1 ||
            static_cast<std::size_t>(written) != size) {
            return false;
        }
        done += size;
    }
    return true;
}

Bytes aesCbc(ByteView key, ByteView initialVector, ByteView data, int encrypts) {
    const EVP_CIPHER* algorithm = aesAlgorithm(key.size());
    const CipherContextPointer context(EVP_CIPHER_CTX_new());
    Bytes out(data.size());
    const bool good = algorithm != nullptr && initialVector.size() == kAesBlock && data.size() % kAesBlock == 0 &&
                      EVP_CipherInit_ex2(context.get(), algorithm, key.data(), initialVector.data(), encrypts, nullptr) == 1 &&
                      EVP_CIPHER_CTX_set_padding(context.get(), 0) == 1 && update(context.get(), data, out);
    require(good, ErrorCode::cryptoFailure, "AES failed");
    return out;
}

}  // namespace

Bytes rc4(ByteView key, ByteView data) {
    const EVP_CIPHER* algorithm = rc4Algorithm();
    if (algorithm == nullptr) {
        throw SigningError(ErrorCode::unsupportedEncryption, "RC4 is not available: OpenSSL's legacy provider is not installed");
    }
    const CipherContextPointer context(EVP_CIPHER_CTX_new());
    Bytes out(data.size());
    const bool good = EVP_CipherInit_ex2(context.get(), algorithm, nullptr, nullptr, 1, nullptr) == 1 &&
                      EVP_CIPHER_CTX_set_key_length(context.get(), static_cast<int>(key.size())) == 1 &&
                      EVP_CipherInit_ex2(context.get(), nullptr, key.data(), nullptr, 1, nullptr) == 1 && update(context.get(), data, out);
    require(good, ErrorCode::cryptoFailure, "RC4 failed");
    return out;
}

Bytes aesCbcEncrypt(ByteView key, ByteView initialVector, ByteView data) {
    return aesCbc(key, initialVector, data, 1);
}

Bytes aesCbcDecrypt(ByteView key, ByteView initialVector, ByteView data) {
    return aesCbc(key, initialVector, data, 0);
}

}  // namespace congvu::signing::crypto
