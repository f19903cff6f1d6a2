// SPDX-License-Identifier: Apache-2.0
#include "crypto/Base64.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cctype>
#include <limits>

namespace congvu::signing::crypto {
namespace {

constexpr std::size_t kLargestText = std::numeric_limits<int>::max() / 2;

}  // namespace

std::string toBase64(ByteView bytes) {
    if (bytes.empty() || bytes.size() > kLargestText / 2) {
        return {};
    }
    std::string out((bytes.size() + 2) / 3 * 4 + 1, '\0');
    const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(out.data()), bytes.data(), static_cast<int>(bytes.size()));
    out.resize(static_cast<std::size_t>(size));
    return out;
}

Bytes fromBase64(std::string_view text) {
    std::string packed;
    std::copy_if(text.begin(), text.end(), std::back_inserter(packed), [](unsigned char letter) { return std::isspace(letter) == 0; });
    const std::size_t padding = packed.size() - std::min(packed.size(), packed.find_last_not_of('=') + 1);
    if (packed.empty() || packed.size() % 4 != 0 || packed.size() > kLargestText || padding > 2) {
        return {};
    }
    Bytes out(packed.size() / 4 * 3);
    const int size = EVP_DecodeBlock(out.data(), reinterpret_cast<const unsigned char*>(packed.data()), static_cast<int>(packed.size()));
    if (size < 0) {
        return {};
    }
    out.resize(static_cast<std::size_t>(size) - padding);
    return out;
}

}  // namespace congvu::signing::crypto
