// SPDX-License-Identifier: Apache-2.0
#include "net/WebAddress.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"

namespace congvu::signing::net {
namespace {

[[noreturn]] void refuseAddress(const char* why) {
    throw SigningError(ErrorCode::invalidArgument, std::string("the address of the service ") + why);
}

bool isLoopback(std::string_view host) {
    return host == "127.0.0.1" || host == "::1" || host == "localhost";
}

bool isPlain(std::string_view text, std::string_view more) {
    return std::all_of(text.begin(), text.end(), [more](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
               more.find(letter) != std::string_view::npos;
    });
}

/// Takes "host", "host:port", "[v6]" or "[v6]:port" apart.
void readAuthority(std::string_view authority, WebAddress& address) {
    const bool isBracketed = authority.starts_with('[');
    const std::size_t hostEnd = isBracketed ? authority.find(']') : authority.find(':');
    if (isBracketed && hostEnd == std::string_view::npos) {
        refuseAddress("has no end of its IPv6 address");
    }
    address.host = authority.substr(isBracketed ? 1 : 0, isBracketed ? hostEnd - 1 : hostEnd);
    const std::string_view rest =
        hostEnd == std::string_view::npos ? std::string_view() : authority.substr(hostEnd + (isBracketed ? 1 : 0));
    if (address.host.empty() || !isPlain(address.host, isBracketed ? ":." : "-.")) {
        refuseAddress("has no usable host");
    }
    address.port = rest.empty() ? (address.isTls ? "443" : "80") : std::string(rest.substr(1));
    const bool isNumber = !address.port.empty() && address.port.size() <= 5 &&
                          std::all_of(address.port.begin(), address.port.end(), [](char digit) { return digit >= '0' && digit <= '9'; });
    if ((!rest.empty() && rest.front() != ':') || !isNumber) {
        refuseAddress("has no usable port");
    }
}

}  // namespace

WebAddress WebAddress::parse(std::string_view url) {
    WebAddress address;
    address.isTls = url.starts_with("https://");
    if (!address.isTls && !url.starts_with("http://")) {
        refuseAddress("must be https://host[:port]/path");
    }
    url.remove_prefix(address.isTls ? 8 : 7);
    const std::size_t pathStart = std::min(url.find('/'), url.size());
    readAuthority(url.substr(0, pathStart), address);
    address.path = url.substr(pathStart);
    while (address.path.ends_with('/')) {
        address.path.pop_back();
    }
    if (!isPlain(address.path, "/-._~%")) {
        refuseAddress("has something else than a path after the host");
    }
    if (!address.isTls && !isLoopback(address.host)) {
        refuseAddress("must be https://, as PINs are sent to it");
    }
    return address;
}

std::string WebAddress::authority() const {
    const bool isUsualPort = port == (isTls ? "443" : "80");
    const std::string name = host.find(':') == std::string::npos ? host : '[' + host + ']';
    return isUsualPort ? name : name + ':' + port;
}

}  // namespace congvu::signing::net
