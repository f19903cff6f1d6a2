// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <memory>
#include <string>
#include <string_view>

#include "net/WebAddress.h"

namespace congvu::signing::net {

using Deadline = std::chrono::steady_clock::time_point;

/// A connection to a service, over TLS 1.2 or 1.3 with the server's certificate and name checked (RFC 9110, 4.3.4), or
/// plain on the loopback interface. Every call ends at the deadline; only the look-up of the host's name is the system's.
/// Throws SigningError(networkUnavailable).
class Connection {
public:
    virtual ~Connection() = default;

    /// `authorities`: PEM file of the roots that are trusted; empty for those of the system.
    static std::unique_ptr<Connection> open(const WebAddress& address, const std::string& authorities, Deadline deadline);

    virtual void send(std::string_view data) = 0;
    /// What has come, at most `size` bytes; 0 at the end.
    virtual std::size_t receive(char* data, std::size_t size) = 0;
};

}  // namespace congvu::signing::net
