// SPDX-License-Identifier: Apache-2.0
#include "support/TimeStampServer.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "support/KeyPem.h"

namespace congvu::signing::testing {
namespace {

std::size_t contentLength(const std::string& head) {
    const std::size_t at = head.find("Content-Length: ");
    return at == std::string::npos ? 0 : std::stoul(head.substr(at + 16));
}

}  // namespace

TimeStampServer::TimeStampServer(const IssuedKey& key) {
    const std::string folder = folder_.path().string();
    folder_.write("tsa.pem", viewOf(key.certificate.toPem()));
    folder_.write("chain.pem", viewOf(key.chain.front().toPem()));
    folder_.write("tsa.key", viewOf(privateKeyPem(key.pkcs8)));
    folder_.write("tsa.cnf", viewOf("[tsa]\ndefault_tsa=t\n[t]\nserial=" + folder + "/serial\nsigner_cert=" + folder +
                                    "/tsa.pem\ncerts=" + folder + "/chain.pem\nsigner_key=" + folder +
                                    "/tsa.key\nsigner_digest=sha256\ndefault_policy=1.2.3.4.1\ndigests=sha256\ness_cert_id_alg=sha256\n"));
    socket_ = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool good = ::bind(socket_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0 && ::listen(socket_, 4) == 0 &&
                      ::getsockname(socket_, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    if (!good) {
        throw std::runtime_error("no loopback port");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
}

TimeStampServer::~TimeStampServer() {
    isStopped_ = true;
    ::shutdown(socket_, SHUT_RDWR);
    thread_.join();
    ::close(socket_);
}

void TimeStampServer::serve() {
    while (!isStopped_) {
        const int connection = ::accept(socket_, nullptr, nullptr);
        if (connection >= 0) {
            answer(connection);
            ::close(connection);
        }
    }
}

void TimeStampServer::answer(int connection) {
    std::string received;
    char buffer[4096];
    for (;;) {
        const std::size_t end = received.find("\r\n\r\n");
        if (end != std::string::npos && received.size() >= end + 4 + contentLength(received.substr(0, end))) {
            ++requests_;
            const std::string body = reply(received.substr(end + 4));
            const std::string whole =
                "HTTP/1.0 200 OK\r\nContent-Type: application/timestamp-reply\r\nContent-Length: " + std::to_string(body.size()) +
                "\r\n\r\n" + body;
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

std::string TimeStampServer::reply(const std::string& query) {
    const std::string folder = folder_.path().string();
    folder_.write("query", viewOf(query));
    runCommand("openssl ts -reply -config " + folder + "/tsa.cnf -queryfile " + folder + "/query -out " + folder + "/reply");
    std::ifstream stream(folder + "/reply", std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace congvu::signing::testing
