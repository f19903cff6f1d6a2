// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/Base64.h"

#include <openssl/evp.h>

#include <algorithm>

namespace congvu::signing {
namespace {

bool isDigit(char letter) {
    return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '+' ||
           letter == '/';
}

}  // namespace

std::string toBase64(ByteView bytes) {
    std::string text((bytes.size() + 2) / 3 * 4 + 1, '\0');
    EVP_EncodeBlock(reinterpret_cast<unsigned char*>(text.data()), bytes.data(), static_cast<int>(bytes.size()));
    text.pop_back();  // the terminator that OpenSSL writes
    return text;
}

std::optional<Bytes> fromBase64(std::string_view text) {
    const std::size_t padding = text.ends_with("==") ? 2 : text.ends_with('=') ? 1 : 0;
    const std::string_view digits = text.substr(0, text.size() - padding);
    if (text.size() % 4 != 0 || !std::all_of(digits.begin(), digits.end(), isDigit)) {
        return std::nullopt;
    }
    Bytes bytes(text.size() / 4 * 3);
    EVP_DecodeBlock(bytes.data(), reinterpret_cast<const unsigned char*>(text.data()), static_cast<int>(text.size()));
    bytes.resize(bytes.size() - padding);
    return toBase64(bytes) == text ? std::optional(std::move(bytes)) : std::nullopt;
}

}  // namespace congvu::signing
