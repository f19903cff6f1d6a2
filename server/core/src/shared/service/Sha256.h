// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace congvu::core {

/// SHA-256 (FIPS 180-4) of bytes that come in pieces. One thread at a time.
class Sha256 {
public:
    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void add(std::string_view bytes);
    /// Lower-case hex; nothing may be added afterwards.
    [[nodiscard]] std::string hex();

    /// The digest of one text.
    static std::string hexOf(std::string_view bytes);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace congvu::core
