// SPDX-License-Identifier: Apache-2.0
#include "agent/AgentPolicy.h"

#include <algorithm>

#include "congvu/signing/SigningError.h"
#include "net/WebAddress.h"

namespace congvu::signing::tool {
namespace {

/// The origin in the form that browsers send; an address with a path, or of another spelling, is none.
std::string originOf(const std::string& text) {
    const net::WebAddress address = net::WebAddress::parse(text);
    std::string origin = (address.isTls ? "https://" : "http://") + address.authority();
    if (origin != text || std::any_of(text.begin(), text.end(), [](char letter) { return letter >= 'A' && letter <= 'Z'; })) {
        throw SigningError(ErrorCode::invalidArgument, "an origin is written https://host or https://host:port, in lower case");
    }
    return origin;
}

}  // namespace

AgentPolicy::AgentPolicy(const std::vector<std::string>& origins) {
    std::transform(origins.begin(), origins.end(), std::back_inserter(origins_), originOf);
    if (origins_.empty()) {
        throw SigningError(ErrorCode::invalidArgument, "the agent needs at least one --origin");
    }
}

bool AgentPolicy::acceptsOrigin(std::string_view origin) const {
    return std::find(origins_.begin(), origins_.end(), origin) != origins_.end();
}

bool AgentPolicy::acceptsHost(std::string_view host, unsigned short port) {
    const std::string suffix = ':' + std::to_string(port);
    return host == "127.0.0.1" + suffix || host == "localhost" + suffix;
}

}  // namespace congvu::signing::tool
