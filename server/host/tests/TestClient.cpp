// SPDX-License-Identifier: Apache-2.0
#include "TestClient.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <stdexcept>

namespace congvu::host {

TestClient::TestClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    const timeval patience{5, 0};
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) != 0) {
        throw std::runtime_error("cannot connect");
    }
}

TestClient::~TestClient() {
    ::close(socket_);
}

void TestClient::send(std::string_view bytes) const {
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) {
            return;
        }
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
}

void TestClient::finishSending() const {
    ::shutdown(socket_, SHUT_WR);
}

bool TestClient::readMore() {
    std::array<char, 65536> buffer{};
    const auto count = ::recv(socket_, buffer.data(), buffer.size(), 0);
    if (count > 0) {
        received_.append(buffer.data(), static_cast<std::size_t>(count));
    }
    return count > 0;
}

WireResponse TestClient::receive() {
    WireResponse response;
    while (received_.find("\r\n\r\n") == std::string::npos) {
        if (!readMore()) {
            return response;
        }
    }
    const auto end = received_.find("\r\n\r\n") + 4;
    response.head = received_.substr(0, end);
    response.status = std::atoi(response.head.c_str() + 9);
    received_.erase(0, end);
    const auto length = response.head.find("Content-Length: ");
    const std::size_t bodyLength = length == std::string::npos ? 0 : std::strtoul(response.head.c_str() + length + 16, nullptr, 10);
    while (received_.size() < bodyLength) {
        if (!readMore()) {
            break;
        }
    }
    response.body = received_.substr(0, bodyLength);
    received_.erase(0, bodyLength);
    return response;
}

std::string TestClient::receiveUntil(std::string_view text) {
    while (received_.find(text) == std::string::npos) {
        if (!readMore()) {
            break;
        }
    }
    return received_;
}

bool TestClient::isClosedByServer() {
    std::array<char, 65536> buffer{};
    for (;;) {
        const auto count = ::recv(socket_, buffer.data(), buffer.size(), 0);
        if (count <= 0) {
            return count == 0 || errno == ECONNRESET;
        }
    }
}

std::string getRequest(std::string_view path, std::string_view extraFields) {
    return "GET " + std::string{path} + " HTTP/1.1\r\nHost: congvu.example\r\nCookie: congvu_session=token-an\r\n" +
           std::string{extraFields} + "\r\n";
}

}  // namespace congvu::host
