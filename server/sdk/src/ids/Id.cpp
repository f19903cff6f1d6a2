// SPDX-License-Identifier: Apache-2.0
#include "congvu/ids/Id.h"

#include <sodium.h>

#include <array>
#include <chrono>
#include <cstdint>
#include <mutex>
#include <stdexcept>

namespace congvu {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";  // Crockford: without I, L, O, U
constexpr std::size_t kLength = 26;
constexpr std::size_t kTimeCharacters = 10;

/// Time and randomness of one id. Within one millisecond the random part grows by a random step of up to 64 bits, so ids ascend and
/// the next one still cannot be guessed.
class IdSource {
public:
    IdSource() {
        if (sodium_init() < 0) {
            throw std::runtime_error("libsodium cannot start: no source of randomness");
        }
    }

    std::string next() {
        const std::lock_guard lock{mutex_};
        const auto now = systemMilliseconds();
        if (now > milliseconds_) {
            milliseconds_ = now;
            drawFresh();
        } else {
            stepUp();
        }
        return encode();
    }

private:
    __extension__ using Wide = unsigned __int128;  // g++ and clang have it on every 64-bit target
    static constexpr Wide kRandomLimit = Wide{1} << 80U;

    static std::uint64_t systemMilliseconds() {
        const auto now = std::chrono::system_clock::now().time_since_epoch();
        return static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::milliseconds>(now).count());
    }

    static std::uint64_t randomWord() {
        std::uint64_t word = 0;
        randombytes_buf(&word, sizeof word);
        return word;
    }

    void drawFresh() {
        // The highest bit stays free, so that 32,768 steps fit into one millisecond.
        random_ = ((Wide{randomWord()} << 64U) | randomWord()) & ((Wide{1} << 79U) - 1);
    }

    void stepUp() {
        random_ += Wide{randomWord()} + 1;
        if (random_ >= kRandomLimit) {
            ++milliseconds_;
            drawFresh();
        }
    }

    [[nodiscard]] std::string encode() const {
        std::string id(kLength, '0');
        auto time = milliseconds_;
        for (std::size_t index = kTimeCharacters; index-- > 0; time >>= 5U) {
            id[index] = kAlphabet[time & 31U];
        }
        auto random = random_;
        for (std::size_t index = kLength; index-- > kTimeCharacters; random >>= 5U) {
            id[index] = kAlphabet[static_cast<std::size_t>(random & 31U)];
        }
        return id;
    }

    std::mutex mutex_;
    std::uint64_t milliseconds_ = 0;
    Wide random_ = 0;
};

}  // namespace

std::string newId() {
    static IdSource source;
    return source.next();
}

bool looksLikeId(std::string_view text) {
    return text.size() == kLength && text.find_first_not_of(kAlphabet) == std::string_view::npos;
}

}  // namespace congvu
