// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace congvu::host {

/// Limits of the server towards its clients. The defaults are for production; tests make the times short.
struct ServerOptions {
    std::string bindAddress = "127.0.0.1";
    std::uint16_t port = 8080;                ///< 0: any free one
    std::vector<std::string> trustedProxies;  ///< TrustedProxies; empty: the other end of the connection is the client
    unsigned int loops = 0;                   ///< 0: one per core
    unsigned int workers = 64;                ///< many, because a writer waits for the group commit
    std::size_t workerQueue = 1024;
    std::size_t maximumConnections = 20'000;
    std::size_t maximumStreams = 10'000;
    std::size_t maximumStreamsOfSession = 6;
    std::size_t streamBuffer = 256 * 1024;  ///< an event stream that lags further behind is closed
    std::size_t bodyInMemory = 64 * 1024;   ///< larger bodies go to a file
    std::filesystem::path uploadFolder;
    std::chrono::milliseconds headTime{10'000};   ///< from the first byte of a head to its last
    std::chrono::milliseconds idleTime{120'000};  ///< between requests
    std::chrono::milliseconds bodyGrace{15'000};  ///< afterwards a body must keep the minimum rate
    std::int64_t minimumBodyRate = 500;           ///< bytes per second
    std::chrono::milliseconds writeTime{30'000};  ///< without any progress of a reply
    std::chrono::milliseconds lingerTime{2'000};  ///< for a refused body that is still on its way
    std::chrono::milliseconds heartbeat{25'000};  ///< of event streams
    std::chrono::milliseconds drainTime{10'000};  ///< for requests in flight when the server stops
};

}  // namespace congvu::host
