// SPDX-License-Identifier: Apache-2.0
#include "shared/service/Sha256.h"

#include <openssl/evp.h>
#include <array>
#include <stdexcept>

namespace congvu::core {

namespace {

/// Fetched once: looking an algorithm up costs more than hashing a row.
const EVP_MD* algorithm() {
    static EVP_MD* const fetched = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    return fetched;
}

void check(int result) {
    if (result != 1) {
        throw std::runtime_error("SHA-256 failed");
    }
}

}  // namespace

struct Sha256::State {
    EVP_MD_CTX* context = EVP_MD_CTX_new();
    ~State() { EVP_MD_CTX_free(context); }
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
    check(EVP_DigestInit_ex2(state_->context, algorithm(), nullptr));
}

Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) {
    check(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()));
}

std::string Sha256::hex() {
    std::array<unsigned char, 32> digest{};
    unsigned int size = 0;
    check(EVP_DigestFinal_ex(state_->context, digest.data(), &size));
    static constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const unsigned byte : digest) {
        text.push_back(kDigits[byte >> 4U]);
        text.push_back(kDigits[byte & 15U]);
    }
    return text;
}

std::string Sha256::hexOf(std::string_view bytes) {
    Sha256 hash;
    hash.add(bytes);
    return hash.hex();
}

}  // namespace congvu::core
