// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

namespace congvu::signing::testing {

struct HttpRequest {
    std::string method;
    std::string path;
    std::string head;
    std::string body;

    /// Value of a header; empty when it is not there.
    std::string header(const std::string& name) const;
};

struct HttpAnswer {
    int status = 200;
    std::string type = "application/octet-stream";
    std::string body;
    std::string location;    ///< of a redirection
    bool isChunked = false;  ///< HTTP/1.1 with the body in small chunks
};

/// A TLS server's certificate for 127.0.0.1, signed by itself; files in PEM.
struct TlsIdentity {
    std::string certificateFile;
    std::string keyFile;
};

/// A real HTTP server on a free loopback port; `handle` runs on its own thread, one request after the other.
class HttpPeer {
public:
    using Handler = std::function<HttpAnswer(const std::string& path, const std::string& body)>;
    using RequestHandler = std::function<HttpAnswer(const HttpRequest& request)>;

    explicit HttpPeer(Handler handle);
    /// With an identity it speaks TLS.
    explicit HttpPeer(RequestHandler handle, const TlsIdentity* identity = nullptr);
    ~HttpPeer();
    HttpPeer(const HttpPeer&) = delete;
    HttpPeer& operator=(const HttpPeer&) = delete;

    std::string url(const std::string& path) const {
        return std::string(tls_ ? "https" : "http") + "://127.0.0.1:" + std::to_string(port_) + path;
    }
    int port() const { return port_; }
    int requests() const { return requests_; }

private:
    struct Tls;
    class Stream;

    void serve();
    void answer(Stream& stream);

    RequestHandler handle_;
    std::shared_ptr<Tls> tls_;
    int socket_ = -1;
    int port_ = 0;
    std::atomic<int> requests_ = 0;
    std::atomic<bool> isStopped_ = false;
    std::thread thread_;
};

}  // namespace congvu::signing::testing
