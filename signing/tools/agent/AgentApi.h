// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "agent/AgentPolicy.h"
#include "agent/Challenges.h"
#include "agent/SigningAgent.h"

namespace congvu::signing::tool {

/// A request as far as the agent cares.
struct AgentRequest {
    std::string method;
    std::string path;
    std::string origin;
    std::string contentType;
    std::string body;
};

struct AgentAnswer {
    int status = 200;
    std::string body;  ///< JSON; empty without content
};

/// The requests of pages, from JSON to JSON (docs/signing-agent.md). Safe to use from several threads.
class AgentApi {
public:
    explicit AgentApi(SigningAgent& agent) : agent_(agent) {}

    /// For a request whose origin and host were accepted.
    AgentAnswer answer(const AgentRequest& request);

private:
    AgentAnswer dispatch(const AgentRequest& request);
    AgentAnswer status() const;
    AgentAnswer certificates() const;
    AgentAnswer challenge(const AgentRequest& request);
    AgentAnswer sign(const AgentRequest& request);

    SigningAgent& agent_;
    Challenges challenges_;
};

/// {"error":{"code","vi","en"}}
AgentAnswer agentFailure(int status, std::string_view code, std::string_view vietnamese, std::string_view english);

}  // namespace congvu::signing::tool
