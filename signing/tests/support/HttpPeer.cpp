// SPDX-License-Identifier: Apache-2.0
#include "support/HttpPeer.h"

#include <arpa/inet.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <csignal>
#include <stdexcept>

namespace congvu::signing::testing {
namespace {

/// "GET" and "/path" of "GET /path HTTP/1.0".
std::string wordOf(const std::string& head, int number) {
    std::size_t start = 0;
    for (int skipped = 0; skipped < number; ++skipped) {
        start = head.find(' ', start) + 1;
    }
    return head.substr(start, head.find(' ', start) - start);
}

std::string chunked(const std::string& body) {
    std::string out;
    for (std::size_t at = 0; at < body.size(); at += 7) {
        const std::string part = body.substr(at, 7);
        out += std::to_string(part.size()) + ";note=1\r\n" + part + "\r\n";
    }
    return out + "0\r\n\r\n";
}

std::string wireOf(const HttpAnswer& answer) {
    const std::string location = answer.location.empty() ? "" : "Location: " + answer.location + "\r\n";
    const std::string start = " " + std::to_string(answer.status) + " Answer\r\nContent-Type: " + answer.type + "\r\n" + location;
    if (answer.isChunked) {
        return "HTTP/1.1" + start + "Transfer-Encoding: chunked\r\n\r\n" + chunked(answer.body);
    }
    return "HTTP/1.0" + start + "Content-Length: " + std::to_string(answer.body.size()) + "\r\n\r\n" + answer.body;
}

}  // namespace

std::string HttpRequest::header(const std::string& name) const {
    const std::size_t at = head.find("\r\n" + name + ": ");
    if (at == std::string::npos) {
        return {};
    }
    const std::size_t start = at + name.size() + 4;
    return head.substr(start, head.find("\r\n", start) - start);
}

struct HttpPeer::Tls {
    explicit Tls(const TlsIdentity& identity) : context(SSL_CTX_new(TLS_server_method())) {
        // OpenSSL's sockets raise it when the client has gone.
        std::signal(SIGPIPE, SIG_IGN);
        if (SSL_CTX_use_certificate_chain_file(context, identity.certificateFile.c_str()) != 1 ||
            SSL_CTX_use_PrivateKey_file(context, identity.keyFile.c_str(), SSL_FILETYPE_PEM) != 1) {
            throw std::runtime_error("no TLS identity");
        }
    }
    ~Tls() { SSL_CTX_free(context); }
    Tls(const Tls&) = delete;
    Tls& operator=(const Tls&) = delete;

    SSL_CTX* context;
};

/// One connection, plain or over TLS.
class HttpPeer::Stream {
public:
    Stream(int connection, const Tls* tls) : connection_(connection) {
        if (tls != nullptr) {
            tls_ = SSL_new(tls->context);
            SSL_set_fd(tls_, connection);
            isGood_ = SSL_accept(tls_) == 1;
        }
    }
    ~Stream() {
        SSL_free(tls_);
        ::close(connection_);
    }
    Stream(const Stream&) = delete;
    Stream& operator=(const Stream&) = delete;

    long receive(char* buffer, int size) {
        if (!isGood_) {
            return 0;
        }
        return tls_ == nullptr ? ::recv(connection_, buffer, static_cast<std::size_t>(size), 0) : SSL_read(tls_, buffer, size);
    }
    void send(const std::string& data) {
        if (tls_ == nullptr) {
            ::send(connection_, data.data(), data.size(), MSG_NOSIGNAL);
            return;
        }
        SSL_write(tls_, data.data(), static_cast<int>(data.size()));
        SSL_shutdown(tls_);
    }

private:
    int connection_;
    SSL* tls_ = nullptr;
    bool isGood_ = true;
};

HttpPeer::HttpPeer(Handler handle)
    : HttpPeer(RequestHandler([inner = std::move(handle)](const HttpRequest& request) { return inner(request.path, request.body); })) {}

HttpPeer::HttpPeer(RequestHandler handle, const TlsIdentity* identity)
    : handle_(std::move(handle)), tls_(identity == nullptr ? nullptr : std::make_shared<Tls>(*identity)) {
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool good = ::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 && ::listen(socket_, 16) == 0 &&
                      ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    if (!good) {
        throw std::runtime_error("no loopback port");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

HttpPeer::~HttpPeer() {
    isStopped_ = true;
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
}

void HttpPeer::serve() {
    while (!isStopped_) {
        const int connection = ::accept(socket_, nullptr, nullptr);
        if (connection >= 0) {
            Stream stream(connection, tls_.get());
            answer(stream);
        }
    }
}

void HttpPeer::answer(Stream& stream) {
    std::string received;
    char buffer[4096];
    for (;;) {
        const std::size_t end = received.find("\r\n\r\n");
        if (end != std::string::npos) {
            HttpRequest request{wordOf(received, 0), wordOf(received, 1), received.substr(0, end + 2), received.substr(end + 4)};
            const std::string length = request.header("Content-Length");
            if (request.body.size() >= (length.empty() ? 0 : std::stoul(length))) {
                ++requests_;
                stream.send(wireOf(handle_(request)));
                return;
            }
        }
        const long got = stream.receive(buffer, sizeof buffer);
        if (got <= 0) {
            return;
        }
        received.append(buffer, static_cast<std::size_t>(got));
    }
}

}  // namespace congvu::signing::testing
