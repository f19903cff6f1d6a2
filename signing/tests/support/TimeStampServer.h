// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <string>
#include <thread>

#include "congvu/signing/pki/DemoAuthority.h"
#include "support/Process.h"

namespace congvu::signing::testing {

/// A real RFC 3161 server on a free loopback port: `openssl ts -reply` behind a few lines of HTTP.
class TimeStampServer {
public:
    explicit TimeStampServer(const IssuedKey& key);
    ~TimeStampServer();
    TimeStampServer(const TimeStampServer&) = delete;
    TimeStampServer& operator=(const TimeStampServer&) = delete;

    std::string url() const { return "http://127.0.0.1:" + std::to_string(port_) + "/tsa"; }
    int requests() const { return requests_; }

private:
    void serve();
    void answer(int connection);
    std::string reply(const std::string& query);

    TemporaryFolder folder_;
    int socket_ = -1;
    int port_ = 0;
    std::atomic<int> requests_ = 0;
    std::atomic<bool> isStopped_ = false;
    std::thread thread_;
};

}  // namespace congvu::signing::testing
