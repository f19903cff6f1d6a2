// SPDX-License-Identifier: Apache-2.0
#include "crypto/OpenSsl.h"

#include <openssl/err.h>

#include <array>
#include <initializer_list>

namespace congvu::signing::crypto {
namespace {

struct FetchedDigest {
    const char* name;
    EVP_MD* algorithm;
};

std::string hexOf(ByteView bytes, const char* digits) {
    std::string out(bytes.size() * 2, '0');
    auto next = out.begin();
    for (const std::uint8_t byte : bytes) {
        *next++ = digits[byte >> 4];
        *next++ = digits[byte & 15];
    }
    return out;
}

Bytes digestParts(std::string_view algorithm, std::initializer_list<ByteView> parts) {
    const EVP_MD* method = digestAlgorithm(algorithm);
    require(method != nullptr, ErrorCode::cryptoFailure, "unknown digest");
    const DigestContextPointer context(EVP_MD_CTX_new());
    bool good = context != nullptr && EVP_DigestInit_ex(context.get(), method, nullptr) == 1;
    for (const ByteView part : parts) {
        good = good && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
    }
    Bytes out(EVP_MAX_MD_SIZE);
    unsigned int size = 0;
    good = good && EVP_DigestFinal_ex(context.get(), out.data(), &size) == 1;
    require(good, ErrorCode::cryptoFailure, "the digest failed");
    out.resize(size);
    return out;
}

}  // namespace

void require(bool condition, ErrorCode code, const char* what) {
    if (condition) {
        return;
    }
    std::array<char, 256> text{};
    const unsigned long error = ERR_peek_last_error();
    if (error != 0) {
        ERR_error_string_n(error, text.data(), text.size());
    }
    ERR_clear_error();
    throw SigningError(code, std::string(what) + (error != 0 ? ": " + std::string(text.data()) : std::string()));
}

const EVP_MD* digestAlgorithm(std::string_view name) {
    // Fetched once: a fetch costs more than the digest of a page.
    static const std::array<FetchedDigest, 10> kDigests = [] {
        std::array<FetchedDigest, 10> digests{{{"SHA256", nullptr},
                                               {"SHA384", nullptr},
                                               {"SHA512", nullptr},
                                               {"SHA3-256", nullptr},
                                               {"SHA3-384", nullptr},
                                               {"SHA3-512", nullptr},
                                               {"SHA224", nullptr},
                                               {"SHA1", nullptr},
                                               {"MD5", nullptr},
                                               {"RIPEMD160", nullptr}}};
        for (FetchedDigest& entry : digests) {
            entry.algorithm = EVP_MD_fetch(nullptr, entry.name, nullptr);
        }
        return digests;
    }();
    for (const FetchedDigest& entry : kDigests) {
        if (name == entry.name) {
            return entry.algorithm;
        }
    }
    return nullptr;
}

Bytes digest(std::string_view algorithm, ByteView data) {
    return digestParts(algorithm, {data});
}

Bytes digest(std::string_view algorithm, ByteView first, ByteView second) {
    return digestParts(algorithm, {first, second});
}

Bytes digest(std::string_view algorithm, ByteView first, ByteView second, ByteView third) {
    return digestParts(algorithm, {first, second, third});
}

BioPointer memoryBio(ByteView bytes) {
    BioPointer bio(BIO_new_mem_buf(bytes.data(), static_cast<int>(bytes.size())));
    require(bio != nullptr, ErrorCode::cryptoFailure, "out of memory");
    return bio;
}

std::string toHex(ByteView bytes) {
    return hexOf(bytes, "0123456789abcdef");
}

std::string toUpperHex(ByteView bytes) {
    return hexOf(bytes, "0123456789ABCDEF");
}

}  // namespace congvu::signing::crypto
