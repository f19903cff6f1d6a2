// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu::signing::net {

/// http[s]://host[:port]/path of a service that is told secrets.
struct WebAddress {
    bool isTls = true;
    std::string host;  ///< without the brackets of an IPv6 address
    std::string port;
    std::string path;  ///< begins with '/', without a '/' at its end

    /// Throws SigningError(invalidArgument) for anything else, for user names, queries and fragments, and for http to
    /// another host than the loopback interface: PINs and tokens go over TLS.
    static WebAddress parse(std::string_view url);

    /// Value of the Host header (RFC 9110, 7.2).
    std::string authority() const;
};

}  // namespace congvu::signing::net
