// SPDX-License-Identifier: Apache-2.0
#include "sessions/service/PasswordHasher.h"

#include <sodium.h>
#include <array>
#include <stdexcept>

namespace congvu::core {

namespace {

constexpr int kAtOnce = 2;

void startLibrary() {
    static const int started = sodium_init();
    if (started < 0) {
        throw std::runtime_error("libsodium does not start");
    }
}

}  // namespace

/// Holds one of the places while a hash is computed.
class PasswordHasher::Turn {
public:
    explicit Turn(PasswordHasher& owner) : owner_(owner) {
        startLibrary();
        std::unique_lock lock(owner_.mutex_);
        owner_.freed_.wait(lock, [&] { return owner_.running_ < kAtOnce; });
        ++owner_.running_;
    }
    ~Turn() {
        const std::lock_guard lock(owner_.mutex_);
        --owner_.running_;
        owner_.freed_.notify_one();
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;

private:
    PasswordHasher& owner_;
};

std::string PasswordHasher::hash(std::string_view password) {
    const Turn turn(*this);
    std::array<char, crypto_pwhash_STRBYTES> text{};
    if (crypto_pwhash_str_alg(text.data(), password.data(), password.size(), crypto_pwhash_OPSLIMIT_INTERACTIVE,
                              crypto_pwhash_MEMLIMIT_INTERACTIVE, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        throw std::runtime_error("not enough memory to hash a password");
    }
    return text.data();
}

bool PasswordHasher::verify(std::string_view storedHash, std::string_view password) {
    if (storedHash.empty()) {
        pretendToVerify(password);
        return false;
    }
    const std::string stored{storedHash};
    const Turn turn(*this);
    return crypto_pwhash_str_verify(stored.c_str(), password.data(), password.size()) == 0;
}

void PasswordHasher::pretendToVerify(std::string_view password) {
    static const std::string kUnreachable = hash("no account has this password");
    const Turn turn(*this);
    // The result is of no interest, the time is.
    [[maybe_unused]] const int result = crypto_pwhash_str_verify(kUnreachable.c_str(), password.data(), password.size());
}

}  // namespace congvu::core
