// SPDX-License-Identifier: Apache-2.0
#include "support/Mutator.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace congvu::signing::testing {
namespace {

std::ptrdiff_t offset(std::size_t position) {
    return static_cast<std::ptrdiff_t>(position);
}

bool isDigit(std::uint8_t byte) {
    return byte >= '0' && byte <= '9';
}

}  // namespace

Bytes Mutator::next() {
    using Act = void (Mutator::*)(Bytes&);
    constexpr std::array<Act, 7> kActs{&Mutator::flipBits,    &Mutator::cut,   &Mutator::splice,   &Mutator::changeNumber,
                                       &Mutator::doubleToken, &Mutator::erase, &Mutator::overwrite};
    Bytes bytes = samples_[below(samples_.size())];
    const std::size_t count = 1 + below(4);
    for (std::size_t index = 0; index < count && !bytes.empty(); ++index) {
        (this->*kActs[below(kActs.size())])(bytes);
    }
    return bytes;
}

void Mutator::flipBits(Bytes& bytes) {
    const std::size_t count = 1 + below(8);
    for (std::size_t index = 0; index < count; ++index) {
        std::uint8_t& byte = bytes[below(bytes.size())];
        byte = static_cast<std::uint8_t>(byte ^ (1u << below(8)));
    }
}

void Mutator::cut(Bytes& bytes) {
    if (below(2) == 0) {
        bytes.resize(below(bytes.size()));
    } else {
        bytes.erase(bytes.begin(), bytes.begin() + offset(below(bytes.size())));
    }
}

void Mutator::splice(Bytes& bytes) {
    const Bytes& other = samples_[below(samples_.size())];
    const std::size_t from = below(other.size());
    const std::size_t size = below(std::min<std::size_t>(other.size() - from, 4096) + 1);
    const std::size_t at = below(bytes.size());
    bytes.insert(bytes.begin() + offset(at), other.begin() + offset(from), other.begin() + offset(from + size));
}

/// Text numbers get another value; in binary files a byte that may be a length does.
void Mutator::changeNumber(Bytes& bytes) {
    constexpr std::array<std::string_view, 10> kNumbers{"0",          "1",          "-1",     "255",   "65536",
                                                        "2147483647", "4294967295", "999999", "1e400", "9223372036854775807"};
    std::size_t at = below(bytes.size());
    while (at < bytes.size() && !isDigit(bytes[at])) {
        ++at;
    }
    if (at == bytes.size()) {
        constexpr std::array<std::uint8_t, 6> kLengths{0x00, 0x7F, 0x80, 0x82, 0x84, 0xFF};
        bytes[below(bytes.size())] = kLengths[below(kLengths.size())];
        return;
    }
    std::size_t end = at;
    while (end < bytes.size() && isDigit(bytes[end])) {
        ++end;
    }
    const std::string_view number = kNumbers[below(kNumbers.size())];
    bytes.erase(bytes.begin() + offset(at), bytes.begin() + offset(end));
    bytes.insert(bytes.begin() + offset(at), number.begin(), number.end());
}

void Mutator::doubleToken(Bytes& bytes) {
    const std::size_t from = below(bytes.size());
    std::size_t end = from + 1;
    while (end < bytes.size() && end - from < 200 && bytes[end] != '/' && bytes[end] != '\n') {
        ++end;
    }
    const Bytes token(bytes.begin() + offset(from), bytes.begin() + offset(end));
    bytes.insert(bytes.begin() + offset(below(2) == 0 ? end : below(bytes.size())), token.begin(), token.end());
}

void Mutator::erase(Bytes& bytes) {
    const std::size_t from = below(bytes.size());
    const std::size_t size = below(std::min<std::size_t>(bytes.size() - from, 512) + 1);
    bytes.erase(bytes.begin() + offset(from), bytes.begin() + offset(from + size));
}

void Mutator::overwrite(Bytes& bytes) {
    const std::size_t from = below(bytes.size());
    const std::size_t end = std::min(bytes.size(), from + 1 + below(32));
    for (std::size_t at = from; at < end; ++at) {
        bytes[at] = static_cast<std::uint8_t>(random_());
    }
}

}  // namespace congvu::signing::testing
