// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/SecretText.h"

#include <sodium.h>

#include <cstring>
#include <utility>

#include "congvu/signing/SigningError.h"
#include "keys/Sodium.h"

namespace congvu::signing {

SecretText::SecretText(std::size_t size) : size_(size) {
    keys::startSodium();
    data_ = static_cast<char*>(sodium_malloc(size == 0 ? 1 : size));
    if (data_ == nullptr) {
        throw SigningError(ErrorCode::cryptoFailure, "no locked memory for a secret");
    }
    std::memset(data_, 0, size);
}

SecretText::SecretText(std::string_view text) : SecretText(text.size()) {
    text.copy(data_, text.size());
}

SecretText::SecretText(SecretText&& other) noexcept : data_(std::exchange(other.data_, nullptr)), size_(std::exchange(other.size_, 0)) {}

SecretText& SecretText::operator=(SecretText&& other) noexcept {
    if (this != &other) {
        sodium_free(data_);
        data_ = std::exchange(other.data_, nullptr);
        size_ = std::exchange(other.size_, 0);
    }
    return *this;
}

SecretText::~SecretText() {
    sodium_free(data_);
}

void wipe(void* memory, std::size_t size) noexcept {
    sodium_memzero(memory, size);
}

}  // namespace congvu::signing
