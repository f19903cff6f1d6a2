// SPDX-License-Identifier: Apache-2.0
#include "http/ClientSocket.h"

#include <Poco/Net/StreamSocketImpl.h>
#include <netinet/tcp.h>
#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <array>
#include <cerrno>
#include <utility>

namespace congvu::host {

namespace {

SocketResult resultOf(ssize_t moved) {
    if (moved > 0) {
        return {SocketState::progressed, static_cast<std::size_t>(moved)};
    }
    const bool isBusy = moved < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    return {isBusy ? SocketState::wouldBlock : SocketState::closed, 0};
}

}  // namespace

ClientSocket::ClientSocket(int descriptor) : impl_(new Poco::Net::StreamSocketImpl(descriptor)) {
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
}

ClientSocket::~ClientSocket() {
    if (impl_ != nullptr) {
        impl_->release();  // closes the descriptor
    }
}

ClientSocket::ClientSocket(ClientSocket&& other) noexcept : impl_(std::exchange(other.impl_, nullptr)) {}

ClientSocket& ClientSocket::operator=(ClientSocket&& other) noexcept {
    std::swap(impl_, other.impl_);
    return *this;
}

int ClientSocket::descriptor() const {
    return impl_->sockfd();
}

SocketResult ClientSocket::receive(char* buffer, std::size_t capacity) {
    return resultOf(::recv(descriptor(), buffer, capacity, 0));
}

SocketResult ClientSocket::send(std::string_view first, std::string_view second) {
    // sendmsg takes pointers to non-const and does not write through them.
    std::array<iovec, 2> parts{{{const_cast<char*>(first.data()), first.size()}, {const_cast<char*>(second.data()), second.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    return resultOf(::sendmsg(descriptor(), &message, MSG_NOSIGNAL));
}

SocketResult ClientSocket::sendFile(int file, std::int64_t offset, std::size_t length) {
    off_t position = offset;
    return resultOf(::sendfile(descriptor(), file, &position, length));
}

void ClientSocket::shutdownSend() {
    ::shutdown(descriptor(), SHUT_WR);
}

}  // namespace congvu::host
