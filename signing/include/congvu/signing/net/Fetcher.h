// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "congvu/signing/Bytes.h"

namespace congvu::signing {

/// Bounds on what a server may make us do.
struct FetchLimits {
    std::size_t largestAnswer = 1 << 20;  ///< bytes of the body
    std::chrono::seconds timeout{15};     ///< for the whole exchange, redirections included
    int redirections = 3;
};

/// The only way in which this library reaches the network: DER over http (RFC 6960 A.1, RFC 5280 4.2.1.13, RFC 3161 3.4).
class Fetcher {
public:
    virtual ~Fetcher() = default;

    /// One DER element. Throws SigningError: networkUnavailable, invalidArgument for an address that is not http.
    virtual Bytes get(const std::string& url, const FetchLimits& limits) = 0;

    /// Posts `body`; the answer must be one DER element of `answerType`. Never redirected. Throws as `get`.
    virtual Bytes post(const std::string& url, const std::string& bodyType, ByteView body, const std::string& answerType,
                       const FetchLimits& limits) = 0;
};

/// The network itself (OSSL_HTTP_*). Safe to use from several threads.
class HttpFetcher : public Fetcher {
public:
    Bytes get(const std::string& url, const FetchLimits& limits) override;
    Bytes post(const std::string& url, const std::string& bodyType, ByteView body, const std::string& answerType,
               const FetchLimits& limits) override;
};

}  // namespace congvu::signing
