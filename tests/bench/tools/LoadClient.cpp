// SPDX-License-Identifier: Apache-2.0
#include "LoadClient.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>

namespace congvu::bench {

namespace {

constexpr std::string_view kLengthField = "\r\nContent-Length: ";
constexpr std::size_t kStatusAt = 9;  // "HTTP/1.1 200"

[[noreturn]] void failBecause(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

std::string requestOf(const LoadOptions& options) {
    std::string text = "GET " + options.path + " HTTP/1.1\r\nHost: " + options.address + ':' + std::to_string(options.port) + "\r\n";
    if (!options.cookie.empty()) {
        text += "Cookie: " + options.cookie + "\r\n";
    }
    return text + (options.use == ConnectionUse::fresh ? "Connection: close\r\n\r\n" : "\r\n");
}

}  // namespace

LoadClient::LoadClient(const LoadOptions& options, int epoll) : options_(options), epoll_(epoll), request_(requestOf(options)) {
    server_.sin_family = AF_INET;
    server_.sin_port = htons(options.port);
    if (::inet_pton(AF_INET, options.address.c_str(), &server_.sin_addr) != 1) {
        errno = EINVAL;
        failBecause("not an IPv4 address");
    }
}

LoadClient::~LoadClient() {
    hangUp();
}

void LoadClient::hangUp() {
    if (socket_ >= 0) {
        ::close(socket_);
        socket_ = -1;
    }
}

void LoadClient::connect() {
    socket_ = ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
    if (socket_ < 0) {
        failBecause("cannot open a socket");
    }
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&server_), sizeof server_) != 0 && errno != EINPROGRESS) {
        failBecause("cannot connect");
    }
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.ptr = this;
    if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, socket_, &event) != 0) {
        failBecause("cannot watch a socket");
    }
}

void LoadClient::ask() {
    askedAt_ = std::chrono::steady_clock::now();
    sent_ = 0;
    answer_.clear();
    answerSize_ = 0;
    if (options_.use == ConnectionUse::fresh) {
        hangUp();
    }
    if (socket_ < 0) {
        connect();  // epoll says when the request can be sent
    } else if (!sendRest()) {
        hangUp();
        connect();
    }
}

bool LoadClient::sendRest() {
    while (sent_ < request_.size()) {
        const auto bytes = ::send(socket_, request_.data() + sent_, request_.size() - sent_, MSG_NOSIGNAL);
        if (bytes < 0) {
            return errno == EAGAIN;
        }
        sent_ += static_cast<std::size_t>(bytes);
    }
    return true;
}

LoadClient::Outcome LoadClient::proceed() {
    if (!sendRest()) {
        hangUp();
        return Outcome::failed;
    }
    const auto outcome = receive();
    if (outcome == Outcome::failed || (outcome == Outcome::answered && options_.use == ConnectionUse::fresh)) {
        hangUp();
    }
    return outcome;
}

LoadClient::Outcome LoadClient::receive() {
    std::array<char, 64 * 1024> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by recv
    for (;;) {
        const auto bytes = ::recv(socket_, buffer.data(), buffer.size(), 0);
        if (bytes < 0 && errno == EAGAIN) {
            return Outcome::waiting;
        }
        if (bytes <= 0) {
            return Outcome::failed;  // the end before the last byte that was promised
        }
        answer_.append(buffer.data(), static_cast<std::size_t>(bytes));
        if (answerSize_ == 0 && !readHead()) {
            return Outcome::failed;
        }
        if (answerSize_ > 0 && answer_.size() >= answerSize_) {
            return answer_[kStatusAt] == '2' ? Outcome::answered : Outcome::failed;
        }
    }
}

/// False when the head is complete and names no length.
bool LoadClient::readHead() {
    const auto end = answer_.find("\r\n\r\n");
    if (end == std::string::npos) {
        return true;
    }
    const auto length = std::string_view{answer_}.substr(0, end).find(kLengthField);
    if (length == std::string_view::npos || end <= kStatusAt) {
        return false;
    }
    answerSize_ = end + 4 + std::strtoull(answer_.c_str() + length + kLengthField.size(), nullptr, 10);
    return true;
}

}  // namespace congvu::bench
