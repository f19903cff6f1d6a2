// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string_view>

namespace congvu::signing {

/// A PIN, passphrase or private key in memory that is locked, kept out of core dumps and wiped when it ends
/// (sodium_malloc). It cannot be copied or printed by accident.
class SecretText {
public:
    SecretText() = default;
    explicit SecretText(std::string_view text);
    explicit SecretText(std::size_t size);
    SecretText(SecretText&& other) noexcept;
    SecretText& operator=(SecretText&& other) noexcept;
    SecretText(const SecretText&) = delete;
    SecretText& operator=(const SecretText&) = delete;
    ~SecretText();

    std::string_view view() const { return {data_, size_}; }
    char* data() { return data_; }
    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

private:
    char* data_ = nullptr;
    std::size_t size_ = 0;
};

/// Wipes a buffer that once held a secret (sodium_memzero); for example the string a PIN arrived in.
void wipe(void* memory, std::size_t size) noexcept;

}  // namespace congvu::signing
