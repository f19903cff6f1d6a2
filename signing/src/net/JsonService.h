// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <string>

#include "keys/WipedText.h"
#include "net/WebAddress.h"

namespace congvu::signing::net {

/// What a service answered. The body may hold secrets.
struct ServiceAnswer {
    int status = 0;
    keys::WipedText body;
};

/// A service that takes JSON by POST over HTTP/1.1 (RFC 9112), one connection for each request, no redirections. Safe to use
/// from several threads.
class JsonService {
public:
    /// `authorities`: PEM file of trusted roots; empty for the system's.
    JsonService(WebAddress address, SecretText accessToken, std::string authorities, std::size_t largestAnswer,
                std::chrono::seconds timeout);

    /// Throws SigningError(networkUnavailable): not reached, not trusted, not in time, no HTTP, larger than allowed.
    ServiceAnswer post(std::string_view method, const keys::WipedText& body) const;

private:
    keys::WipedText requestOf(std::string_view method, const keys::WipedText& body) const;

    WebAddress address_;
    SecretText accessToken_;
    std::string authorities_;
    std::size_t largestAnswer_;
    std::chrono::seconds timeout_;
};

}  // namespace congvu::signing::net
