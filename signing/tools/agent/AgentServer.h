// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "agent/Desk.h"

namespace congvu::signing::tool {

struct AgentOptions {
    std::vector<std::string> origins;
    std::vector<std::string> modules;
    unsigned short port = 14127;  ///< 0: any free one
};

/// The agent's HTTP interface on 127.0.0.1 (docs/signing-agent.md). It runs on threads of its own until it is destroyed.
class AgentServer {
public:
    /// Throws SigningError: invalidArgument (origins), moduleUnavailable, networkUnavailable (the port is taken).
    AgentServer(const AgentOptions& options, Desk& desk);
    ~AgentServer();
    AgentServer(const AgentServer&) = delete;
    AgentServer& operator=(const AgentServer&) = delete;

    unsigned short port() const;

private:
    struct Native;
    std::unique_ptr<Native> native_;
};

}  // namespace congvu::signing::tool
