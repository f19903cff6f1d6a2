// SPDX-License-Identifier: Apache-2.0
#include "http/TrustedProxies.h"

#include <arpa/inet.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <stdexcept>

namespace congvu::host {

namespace {

using Poco::Net::IPAddress;

unsigned int bitsOf(const IPAddress& address) {
    return static_cast<unsigned int>(address.length()) * 8;
}

/// Poco also takes what inet_aton takes: "10.1", "1.2.3.4 and more".
std::optional<IPAddress> addressOf(const std::string& text) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    const bool isIpv6 = text.find(':') != std::string::npos;
    if (::inet_pton(isIpv6 ? AF_INET6 : AF_INET, text.c_str(), bytes.data()) != 1) {
        return std::nullopt;
    }
    return IPAddress{bytes.data(), static_cast<poco_socklen_t>(isIpv6 ? sizeof(in6_addr) : sizeof(in_addr))};
}

/// An IPv4 client of an IPv6 socket is the IPv4 address (RFC 4291 §2.5.5.2).
IPAddress unmapped(const IPAddress& address) {
    if (address.family() != Poco::Net::AddressFamily::IPv6 || !address.isIPv4Mapped()) {
        return address;
    }
    constexpr std::size_t kPrefixBytes = 12;
    return {static_cast<const char*>(address.addr()) + kPrefixBytes, 4};
}

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    return begin == std::string_view::npos ? std::string_view{} : text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

/// "192.0.2.1", "192.0.2.1:4711", "2001:db8::1" or "[2001:db8::1]:4711".
std::optional<IPAddress> hopOf(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('[')) {
        text = text.substr(1, text.find(']') == std::string_view::npos ? 0 : text.find(']') - 1);
    } else if (std::count(text.begin(), text.end(), ':') == 1) {
        text = text.substr(0, text.find(':'));
    }
    const auto address = addressOf(std::string{text});
    return address ? std::optional{unmapped(*address)} : std::nullopt;
}

}  // namespace

TrustedProxies::TrustedProxies(const std::vector<std::string>& networks) {
    for (const auto& text : networks) {
        Network network;
        if (!read(text, network)) {
            throw std::invalid_argument(text + " is neither an address nor a network");
        }
        networks_.push_back(network);
    }
}

bool TrustedProxies::isNetwork(const std::string& text) {
    Network network;
    return read(text, network);
}

bool TrustedProxies::read(const std::string& text, Network& network) {
    const auto slash = text.find('/');
    const auto address = addressOf(text.substr(0, slash));
    if (!address) {
        return false;
    }
    network.address = *address;
    network.prefix = bitsOf(network.address);
    if (slash == std::string::npos) {
        return true;
    }
    const char* const end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data() + slash + 1, end, network.prefix);
    return error == std::errc{} && stop == end && network.prefix <= bitsOf(network.address);
}

bool TrustedProxies::contains(const IPAddress& address) const {
    return std::any_of(networks_.begin(), networks_.end(), [&](const Network& network) {
        if (network.address.family() != address.family()) {
            return false;
        }
        const IPAddress mask{network.prefix, address.family()};
        return (address & mask) == (network.address & mask);
    });
}

std::string TrustedProxies::clientOf(const std::string& peer, std::string_view forwardedFor) const {
    auto client = networks_.empty() ? std::nullopt : hopOf(peer);
    if (!client || !contains(*client)) {
        return peer;
    }
    while (!forwardedFor.empty() && contains(*client)) {
        const auto comma = forwardedFor.rfind(',');
        const auto hop = hopOf(comma == std::string_view::npos ? forwardedFor : forwardedFor.substr(comma + 1));
        if (!hop) {
            break;
        }
        client = hop;
        forwardedFor = comma == std::string_view::npos ? std::string_view{} : forwardedFor.substr(0, comma);
    }
    return client->toString();
}

}  // namespace congvu::host
