// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <string_view>

namespace congvu::core {

/// argon2id with libsodium's interactive limits (64 MB, a few dozen milliseconds). At most two hashes run at once, so that a storm of
/// sign-ins cannot take the memory of the server; call it from a pool thread, never inside a transaction.
class PasswordHasher {
public:
    [[nodiscard]] std::string hash(std::string_view password);
    [[nodiscard]] bool verify(std::string_view storedHash, std::string_view password);
    /// Takes as long as verify does, for a user who does not exist.
    void pretendToVerify(std::string_view password);

private:
    class Turn;
    std::mutex mutex_;
    std::condition_variable freed_;
    int running_ = 0;
};

}  // namespace congvu::core
