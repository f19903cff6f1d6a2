// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <thread>

namespace congvu::signing::testing {

struct HttpAnswer {
    int status = 200;
    std::string type = "application/octet-stream";
    std::string body;
    std::string location;  ///< of a redirection
};

/// A real HTTP server on a free loopback port; `handle(path, body)` runs on its own thread, one request after the other.
class HttpPeer {
public:
    using Handler = std::function<HttpAnswer(const std::string& path, const std::string& body)>;

    explicit HttpPeer(Handler handle);
    ~HttpPeer();
    HttpPeer(const HttpPeer&) = delete;
    HttpPeer& operator=(const HttpPeer&) = delete;

    std::string url(const std::string& path) const { return "http://127.0.0.1:" + std::to_string(port_) + path; }
    int requests() const { return requests_; }

private:
    void serve();
    void answer(int connection);

    Handler handle_;
    int socket_ = -1;
    int port_ = 0;
    std::atomic<int> requests_ = 0;
    std::atomic<bool> isStopped_ = false;
    std::thread thread_;
};

}  // namespace congvu::signing::testing
