// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <random>
#include <vector>

#include "congvu/signing/Bytes.h"

namespace congvu::signing::testing {

/// Damages files, the same way for the same seed: flipped bits, cuts, pieces of other files, other numbers, doubled tokens.
class Mutator {
public:
    Mutator(std::vector<Bytes> samples, std::uint32_t seed) : samples_(std::move(samples)), random_(seed) {}

    Bytes next();

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(random_()) % limit; }
    void flipBits(Bytes& bytes);
    void cut(Bytes& bytes);
    void splice(Bytes& bytes);
    void changeNumber(Bytes& bytes);
    void doubleToken(Bytes& bytes);
    void erase(Bytes& bytes);
    void overwrite(Bytes& bytes);

    std::vector<Bytes> samples_;
    std::mt19937 random_;
};

}  // namespace congvu::signing::testing
