// SPDX-License-Identifier: Apache-2.0
#include "net/Connection.h"

#include <fcntl.h>
#include <netdb.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/x509v3.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "crypto/OpenSsl.h"

namespace congvu::signing::net {
namespace {

[[noreturn]] void refuseNetwork(const std::string& why) {
    throw SigningError(ErrorCode::networkUnavailable, "the service " + why);
}

/// A socket that never blocks beyond the deadline and never raises SIGPIPE.
class Socket : public Connection {
public:
    Socket(const WebAddress& address, Deadline deadline) : deadline_(deadline) {
        addrinfo hints{};
        hints.ai_socktype = SOCK_STREAM;
        addrinfo* found = nullptr;
        if (::getaddrinfo(address.host.c_str(), address.port.c_str(), &hints, &found) != 0) {
            refuseNetwork("has an unknown host name");
        }
        const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> owned(found, &::freeaddrinfo);
        for (const addrinfo* each = found; each != nullptr && socket_ < 0; each = each->ai_next) {
            connect(*each);
        }
        if (socket_ < 0) {
            refuseNetwork("cannot be reached");
        }
    }
    ~Socket() override { close(); }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;

    void send(std::string_view data) override {
        while (!data.empty()) {
            const ssize_t sent = ::send(socket_, data.data(), data.size(), MSG_NOSIGNAL);
            if (sent > 0) {
                data.remove_prefix(static_cast<std::size_t>(sent));
            } else if (!isPending()) {
                refuseNetwork("closed the connection");
            } else {
                await(POLLOUT);
            }
        }
    }

    std::size_t receive(char* data, std::size_t size) override {
        for (;;) {
            const ssize_t got = ::recv(socket_, data, size, 0);
            if (got >= 0) {
                return static_cast<std::size_t>(got);
            }
            if (!isPending()) {
                refuseNetwork("broke off the connection");
            }
            await(POLLIN);
        }
    }

private:
    static bool isPending() { return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR; }

    void connect(const addrinfo& to) {
        socket_ = ::socket(to.ai_family, to.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, to.ai_protocol);
        if (socket_ < 0) {
            return;
        }
        bool isConnected = ::connect(socket_, to.ai_addr, to.ai_addrlen) == 0;
        if (!isConnected && errno == EINPROGRESS) {
            await(POLLOUT);
            int error = 0;
            socklen_t size = sizeof error;
            isConnected = ::getsockopt(socket_, SOL_SOCKET, SO_ERROR, &error, &size) == 0 && error == 0;
        }
        if (!isConnected) {
            close();
        }
    }

    void close() {
        if (socket_ >= 0) {
            ::close(socket_);
        }
        socket_ = -1;
    }

    void await(short events) {
        for (;;) {
            const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline_ - std::chrono::steady_clock::now()).count();
            if (left <= 0) {
                close();
                refuseNetwork("did not answer in time");
            }
            pollfd wanted{socket_, events, 0};
            if (::poll(&wanted, 1, static_cast<int>(left)) > 0) {
                return;
            }
        }
    }

    Deadline deadline_;
    int socket_ = -1;
};

using TlsContextPointer = std::unique_ptr<SSL_CTX, crypto::Deleter<SSL_CTX_free>>;
using TlsPointer = std::unique_ptr<SSL, crypto::Deleter<SSL_free>>;

TlsContextPointer contextOf(const std::string& authorities) {
    TlsContextPointer context(SSL_CTX_new(TLS_client_method()));
    const bool good = context != nullptr && SSL_CTX_set_min_proto_version(context.get(), TLS1_2_VERSION) == 1;
    crypto::require(good, ErrorCode::cryptoFailure, "TLS cannot be started");
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_PEER, nullptr);
    const bool hasRoots = authorities.empty() ? SSL_CTX_set_default_verify_paths(context.get()) == 1
                                              : SSL_CTX_load_verify_file(context.get(), authorities.c_str()) == 1;
    crypto::require(hasRoots, ErrorCode::invalidArgument, "the trusted roots for TLS cannot be read");
    return context;
}

/// TLS between memory and a socket: OpenSSL's own sockets would raise SIGPIPE and know no deadline.
class TlsConnection : public Connection {
public:
    TlsConnection(const WebAddress& address, const std::string& authorities, Deadline deadline)
        : context_(contextOf(authorities)), socket_(address, deadline), tls_(SSL_new(context_.get())) {
        crypto::require(tls_ != nullptr, ErrorCode::cryptoFailure, "TLS cannot be started");
        SSL_set_bio(tls_.get(), BIO_new(BIO_s_mem()), BIO_new(BIO_s_mem()));
        expectName(address.host);
        if (run([this] { return SSL_connect(tls_.get()); }) == 0) {
            refuseTls();
        }
    }

    void send(std::string_view data) override {
        if (!data.empty() && run([&] { return SSL_write(tls_.get(), data.data(), static_cast<int>(data.size())); }) == 0) {
            refuseTls();
        }
    }

    std::size_t receive(char* data, std::size_t size) override {
        return static_cast<std::size_t>(run([&] { return SSL_read(tls_.get(), data, static_cast<int>(size)); }));
    }

private:
    void expectName(const std::string& host) {
        X509_VERIFY_PARAM* parameters = SSL_get0_param(tls_.get());
        const bool isAddress = X509_VERIFY_PARAM_set1_ip_asc(parameters, host.c_str()) == 1;
        ERR_clear_error();
        X509_VERIFY_PARAM_set_hostflags(parameters, X509_CHECK_FLAG_NO_PARTIAL_WILDCARDS);
        const bool good = isAddress || (X509_VERIFY_PARAM_set1_host(parameters, host.c_str(), host.size()) == 1 &&
                                        SSL_set_tlsext_host_name(tls_.get(), host.c_str()) == 1);
        crypto::require(good, ErrorCode::cryptoFailure, "TLS cannot be started");
    }

    /// Repeats a step of TLS until it is done; 0 when the peer has ended the connection.
    template <typename Step>
    int run(Step step) {
        for (;;) {
            ERR_clear_error();
            const int result = step();
            const int state = SSL_get_error(tls_.get(), result);
            flush();
            if (result > 0 || state == SSL_ERROR_ZERO_RETURN) {
                return result > 0 ? result : 0;
            }
            if (state != SSL_ERROR_WANT_READ) {
                refuseTls();
            }
            if (!fill()) {
                return 0;
            }
        }
    }

    [[noreturn]] void refuseTls() {
        const long verdict = SSL_get_verify_result(tls_.get());
        ERR_clear_error();
        refuseNetwork(verdict == X509_V_OK ? "broke off TLS"
                                           : std::string("has no good certificate: ") + X509_verify_cert_error_string(verdict));
    }

    void flush() {
        std::array<char, 4096> part{};
        BIO* outgoing = SSL_get_wbio(tls_.get());
        while (BIO_ctrl_pending(outgoing) > 0) {
            const int size = BIO_read(outgoing, part.data(), static_cast<int>(part.size()));
            socket_.send({part.data(), static_cast<std::size_t>(std::max(size, 0))});
        }
    }

    bool fill() {
        std::array<char, 4096> part{};
        const std::size_t got = socket_.receive(part.data(), part.size());
        BIO_write(SSL_get_rbio(tls_.get()), part.data(), static_cast<int>(got));
        return got > 0;
    }

    TlsContextPointer context_;
    Socket socket_;
    TlsPointer tls_;
};

}  // namespace

std::unique_ptr<Connection> Connection::open(const WebAddress& address, const std::string& authorities, Deadline deadline) {
    if (address.isTls) {
        return std::make_unique<TlsConnection>(address, authorities, deadline);
    }
    return std::make_unique<Socket>(address, deadline);
}

}  // namespace congvu::signing::net
