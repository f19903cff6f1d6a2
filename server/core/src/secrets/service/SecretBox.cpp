// SPDX-License-Identifier: Apache-2.0
#include "secrets/service/SecretBox.h"

#include <sodium.h>

#include <stdexcept>
#include <vector>

namespace congvu::core {

namespace {

constexpr std::size_t kSecretKeyBytes = crypto_aead_xchacha20poly1305_ietf_KEYBYTES;
constexpr std::size_t kSecretNonceBytes = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kSecretTagBytes = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::string_view kSealVersion = "1:";

const unsigned char* secretView(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

unsigned char* secretView(std::string& text) {
    return reinterpret_cast<unsigned char*>(text.data());
}

std::string secretHex(std::string_view bytes) {
    std::vector<char> hex(bytes.size() * 2 + 1);
    sodium_bin2hex(hex.data(), hex.size(), secretView(bytes), bytes.size());
    return hex.data();
}

/// Empty for text that is no hexadecimal.
std::string secretBytes(std::string_view hex) {
    std::string bytes(hex.size() / 2, '\0');
    std::size_t size = 0;
    const char* end = nullptr;
    const int result = sodium_hex2bin(secretView(bytes), bytes.size(), hex.data(), hex.size(), nullptr, &size, &end);
    bytes.resize(result == 0 && end == hex.data() + hex.size() ? size : 0);
    return bytes;
}

}  // namespace

std::string SecretBox::key() const {
    if (!fileSystem_.exists(keyFile_)) {
        return {};
    }
    auto key = fileSystem_.read(keyFile_);
    if (key.size() != kSecretKeyBytes) {
        throw std::runtime_error("the key of secrets is damaged: " + keyFile_.string());
    }
    return key;
}

void SecretBox::makeKey() const {
    if (fileSystem_.exists(keyFile_)) {
        return;
    }
    std::string key(kSecretKeyBytes, '\0');
    randombytes_buf(key.data(), key.size());
    auto making = keyFile_;
    making += ".new";
    // On the disk before anything is sealed with it: without the key a sealed secret is lost.
    fileSystem_.write(making, key);
    fileSystem_.syncFile(making);
    fileSystem_.rename(making, keyFile_);
    fileSystem_.syncFolder(keyFile_.parent_path());
    sodium_memzero(key.data(), key.size());
}

std::string SecretBox::seal(std::string_view secret, std::string_view context) const {
    const std::lock_guard lock{mutex_};
    makeKey();
    auto sealing = key();
    std::string sealed(kSecretNonceBytes + secret.size() + kSecretTagBytes, '\0');
    randombytes_buf(sealed.data(), kSecretNonceBytes);
    auto* bytes = secretView(sealed);
    crypto_aead_xchacha20poly1305_ietf_encrypt(bytes + kSecretNonceBytes, nullptr, secretView(secret), secret.size(), secretView(context),
                                               context.size(), nullptr, bytes, secretView(sealing));
    sodium_memzero(sealing.data(), sealing.size());
    return std::string{kSealVersion} + secretHex(sealed);
}

std::optional<std::string> SecretBox::open(std::string_view sealed, std::string_view context) const {
    const std::lock_guard lock{mutex_};
    if (!sealed.starts_with(kSealVersion)) {
        return std::nullopt;
    }
    const auto bytes = secretBytes(sealed.substr(kSealVersion.size()));
    auto sealing = key();
    if (sealing.empty() || bytes.size() < kSecretNonceBytes + kSecretTagBytes) {
        return std::nullopt;
    }
    std::string secret(bytes.size() - kSecretNonceBytes - kSecretTagBytes, '\0');
    const int result = crypto_aead_xchacha20poly1305_ietf_decrypt(
        secretView(secret), nullptr, nullptr, secretView(bytes) + kSecretNonceBytes, bytes.size() - kSecretNonceBytes, secretView(context),
        context.size(), secretView(bytes), secretView(sealing));
    sodium_memzero(sealing.data(), sealing.size());
    return result == 0 ? std::optional{std::move(secret)} : std::nullopt;
}

}  // namespace congvu::core
