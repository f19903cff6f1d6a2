// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <string>
#include <thread>
#include <vector>

namespace congvu::signing::testing {

/// A server on a free loopback port that takes connections and never answers: the worst that a client may meet.
class SilentServer {
public:
    SilentServer();
    ~SilentServer();
    SilentServer(const SilentServer&) = delete;
    SilentServer& operator=(const SilentServer&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/tsa"; }
    int connections() const { return connections_; }

private:
    void serve();

    int socket_ = -1;
    int port_ = 0;
    std::atomic<int> connections_ = 0;
    std::vector<int> held_;
    std::thread thread_;
};

}  // namespace congvu::signing::testing
