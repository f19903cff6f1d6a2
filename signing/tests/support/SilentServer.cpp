// SPDX-License-Identifier: Apache-2.0
#include "support/SilentServer.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <stdexcept>

namespace congvu::signing::testing {

SilentServer::SilentServer() : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
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

SilentServer::~SilentServer() {
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    for (const int connection : held_) {
        ::close(connection);
    }
    ::close(socket_);
}

void SilentServer::serve() {
    for (;;) {
        const int connection = ::accept(socket_, nullptr, nullptr);
        if (connection < 0) {
            return;
        }
        held_.push_back(connection);
        ++connections_;
    }
}

}  // namespace congvu::signing::testing
