// SPDX-License-Identifier: Apache-2.0
#include "shared/service/RandomText.h"

#include <sodium.h>
#include <stdexcept>
#include <string_view>
#include <vector>

namespace congvu::core {

namespace {

void startRandomSource() {
    static const int started = sodium_init();
    if (started < 0) {
        throw std::runtime_error("libsodium does not start");
    }
}

}  // namespace

std::string randomHex(std::size_t bytes) {
    startRandomSource();
    std::vector<unsigned char> raw(bytes);
    randombytes_buf(raw.data(), raw.size());
    std::string text(2 * bytes + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), raw.data(), raw.size());
    text.pop_back();
    return text;
}

std::string randomPassword() {
    startRandomSource();
    static constexpr std::string_view kLetters = "abcdefghjkmnpqrstuvwxyz23456789";
    std::string text;
    for (int index = 0; index < 16; ++index) {
        if (index > 0 && index % 4 == 0) {
            text.push_back('-');
        }
        text.push_back(kLetters[randombytes_uniform(static_cast<std::uint32_t>(kLetters.size()))]);
    }
    return text;
}

}  // namespace congvu::core
