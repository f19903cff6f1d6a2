// SPDX-License-Identifier: Apache-2.0
#include "support/RawHttp.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>

namespace congvu::signing::testing {

RawAnswer exchangeRaw(int port, const RawRequest& request) {
    const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    std::string wire = request.method + ' ' + request.path + " HTTP/1.1\r\n";
    for (const auto& [name, value] : request.headers) {
        wire += name + ": " + value + "\r\n";
    }
    wire += "Content-Length: " + std::to_string(request.body.size()) + "\r\nConnection: close\r\n\r\n" + request.body;
    RawAnswer answer;
    std::string received;
    if (::connect(connection, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
        ::send(connection, wire.data(), wire.size(), MSG_NOSIGNAL);
        char buffer[4096];
        for (ssize_t got = 0; (got = ::recv(connection, buffer, sizeof buffer, 0)) > 0;) {
            received.append(buffer, static_cast<std::size_t>(got));
        }
    }
    ::close(connection);
    const std::size_t end = received.find("\r\n\r\n");
    if (end != std::string::npos) {
        answer = {std::atoi(received.c_str() + 9), received.substr(0, end + 2), received.substr(end + 4)};
    }
    return answer;
}

}  // namespace congvu::signing::testing
