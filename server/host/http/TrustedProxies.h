// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Poco/Net/IPAddress.h>

#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// The reverse proxies whose word about a client's address is taken. Nobody else's X-Forwarded-For is read: any client can write one.
class TrustedProxies {
public:
    /// Addresses or networks, for example "10.0.0.5", "10.0.0.0/8", "fd00::/8". Throws std::invalid_argument for anything else.
    explicit TrustedProxies(const std::vector<std::string>& networks);

    /// True for an address, or an address with the length of a prefix (RFC 4632, RFC 4291 §2.3).
    static bool isNetwork(const std::string& text);

    /// Who asks: `peer`, the other end of the connection, unless that is a trusted proxy; then the nearest address of X-Forwarded-For
    /// (a list that each proxy appends to) that is no trusted proxy. What cannot be read ends the search at the last trusted proxy.
    [[nodiscard]] std::string clientOf(const std::string& peer, std::string_view forwardedFor) const;

private:
    struct Network {
        Poco::Net::IPAddress address;
        unsigned int prefix;  ///< bits
    };
    static bool read(const std::string& text, Network& network);
    [[nodiscard]] bool contains(const Poco::Net::IPAddress& address) const;

    std::vector<Network> networks_;
};

}  // namespace congvu::host
