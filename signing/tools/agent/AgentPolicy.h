// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace congvu::signing::tool {

/// Whose requests the agent answers: pages of configured origins that address it by its own name.
class AgentPolicy {
public:
    /// `origins` as a browser writes them (RFC 6454, 6.2): "https://office.example". http only for the own machine.
    /// Throws SigningError(invalidArgument) for anything else, and without any.
    explicit AgentPolicy(const std::vector<std::string>& origins);

    bool acceptsOrigin(std::string_view origin) const;

    /// Against DNS rebinding: the Host header is that of the loopback interface, whatever name led there.
    static bool acceptsHost(std::string_view host, unsigned short port);

private:
    std::vector<std::string> origins_;
};

}  // namespace congvu::signing::tool
