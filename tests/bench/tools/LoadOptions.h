// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>

namespace congvu::bench {

enum class ConnectionUse { fresh, kept };

/// What a load is made of. All addresses are of the loopback network.
struct LoadOptions {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;
    std::string path = "/healthz";
    std::string cookie;  ///< of a session; empty: none
    std::size_t clients = 16;
    std::chrono::milliseconds duration{5'000};
    ConnectionUse use = ConnectionUse::fresh;
    std::chrono::milliseconds patience{10'000};  ///< a request without an answer by then has failed
};

}  // namespace congvu::bench
