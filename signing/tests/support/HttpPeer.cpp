// SPDX-License-Identifier: Apache-2.0
#include "support/HttpPeer.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace congvu::signing::testing {
namespace {

std::size_t contentLength(const std::string& head) {
    const std::size_t at = head.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
}

/// "/path" of "GET /path HTTP/1.0".
std::string pathOf(const std::string& head) {
    const std::size_t start = head.find(' ') + 1;
    return head.substr(start, head.find(' ', start) - start);
}

std::string wireOf(const HttpAnswer& answer) {
    const std::string location = answer.location.empty() ? "" : "Location: " + answer.location + "\r\n";
    return "HTTP/1.0 " + std::to_string(answer.status) + " Answer\r\nContent-Type: " + answer.type + "\r\n" + location +
           "Content-Length: " + std::to_string(answer.body.size()) + "\r\n\r\n" + answer.body;
}

}  // namespace

HttpPeer::HttpPeer(Handler handle) : handle_(std::move(handle)) {
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
            answer(connection);
            ::close(connection);
        }
    }
}

void HttpPeer::answer(int connection) {
    std::string received;
    char buffer[4096];
    for (;;) {
        const std::size_t end = received.find("\r\n\r\n");
        if (end != std::string::npos && received.size() >= end + 4 + contentLength(received.substr(0, end))) {
            ++requests_;
            const std::string whole = wireOf(handle_(pathOf(received), received.substr(end + 4)));
            ::send(connection, whole.data(), whole.size(), MSG_NOSIGNAL);
            return;
        }
        const ssize_t got = ::recv(connection, buffer, sizeof buffer, 0);
        if (got <= 0) {
            return;
        }
        received.append(buffer, static_cast<std::size_t>(got));
    }
}

}  // namespace congvu::signing::testing
