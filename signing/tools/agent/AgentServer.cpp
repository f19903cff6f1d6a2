// SPDX-License-Identifier: Apache-2.0
#include "agent/AgentServer.h"

#include <Poco/Exception.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include "agent/AgentApi.h"

namespace congvu::signing::tool {
namespace {

namespace web = Poco::Net;

constexpr std::size_t kLargestBody = std::size_t{4} << 20U;

/// The body, or nothing when it is larger than allowed.
std::optional<std::string> bodyOf(web::HTTPServerRequest& request) {
    std::string body;
    char part[4096];
    while (request.stream().read(part, sizeof part) || request.stream().gcount() > 0) {
        body.append(part, static_cast<std::size_t>(request.stream().gcount()));
        if (body.size() > kLargestBody) {
            return std::nullopt;
        }
    }
    return body;
}

void send(web::HTTPServerResponse& response, const AgentAnswer& answer) {
    response.setStatus(static_cast<web::HTTPResponse::HTTPStatus>(answer.status));
    response.set("Cache-Control", "no-store");
    response.set("X-Content-Type-Options", "nosniff");
    response.setContentType("application/json");
    response.setContentLength64(static_cast<Poco::Int64>(answer.body.size()));
    response.send() << answer.body;
}

class Handler : public web::HTTPRequestHandler {
public:
    Handler(const AgentPolicy& policy, AgentApi& api) : policy_(policy), api_(api) {}

    void handleRequest(web::HTTPServerRequest& request, web::HTTPServerResponse& response) override {
        const std::string origin = request.get("Origin", "");
        if (!AgentPolicy::acceptsHost(request.get("Host", ""), request.serverAddress().port()) || !policy_.acceptsOrigin(origin)) {
            // Without CORS headers: the page learns nothing, not even that there is an agent.
            send(response, agentFailure(403, "originRefused", "Trang này không được dùng trình ký.", "This page may not use the agent."));
            return;
        }
        response.set("Access-Control-Allow-Origin", origin);
        response.set("Vary", "Origin");
        if (request.getMethod() == "OPTIONS") {
            answerPreflight(request, response);
            return;
        }
        const auto body = bodyOf(request);
        if (!body) {
            send(response, agentFailure(413, "tooLarge", "Yêu cầu quá lớn.", "The request is too large."));
            return;
        }
        send(response, api_.answer({request.getMethod(), request.getURI(), origin, request.getContentType(), *body}));
    }

private:
    /// CORS (Fetch Standard, 3.2) and Private Network Access: a public page may reach this computer only with our consent.
    static void answerPreflight(const web::HTTPServerRequest& request, web::HTTPServerResponse& response) {
        response.setStatus(web::HTTPResponse::HTTP_NO_CONTENT);
        response.set("Access-Control-Allow-Methods", "GET, POST");
        response.set("Access-Control-Allow-Headers", "Content-Type");
        response.set("Access-Control-Max-Age", "600");
        if (request.get("Access-Control-Request-Private-Network", "") == "true") {
            response.set("Access-Control-Allow-Private-Network", "true");
        }
        response.send();
    }

    const AgentPolicy& policy_;
    AgentApi& api_;
};

class HandlerFactory : public web::HTTPRequestHandlerFactory {
public:
    HandlerFactory(const AgentPolicy& policy, AgentApi& api) : policy_(policy), api_(api) {}

    web::HTTPRequestHandler* createRequestHandler(const web::HTTPServerRequest& /*request*/) override { return new Handler(policy_, api_); }

private:
    const AgentPolicy& policy_;
    AgentApi& api_;
};

web::ServerSocket listenOn(unsigned short port) {
    try {
        return web::ServerSocket(web::SocketAddress("127.0.0.1", port), 16);
    } catch (const Poco::Exception&) {
        throw SigningError(ErrorCode::networkUnavailable, "port " + std::to_string(port) + " of 127.0.0.1 is taken; is the agent running?");
    }
}

web::HTTPServerParams::Ptr parameters() {
    web::HTTPServerParams::Ptr out = new web::HTTPServerParams;
    out->setMaxThreads(8);
    out->setMaxQueued(16);
    out->setTimeout(Poco::Timespan(10, 0));
    out->setKeepAlive(false);
    return out;
}

}  // namespace

struct AgentServer::Native {
    Native(const AgentOptions& options, Desk& desk)
        : policy(options.origins),
          agent(options.modules, desk),
          api(agent),
          server(new HandlerFactory(policy, api), threads, listenOn(options.port), parameters()) {
        server.start();
    }
    ~Native() { server.stopAll(true); }
    Native(const Native&) = delete;
    Native& operator=(const Native&) = delete;

    AgentPolicy policy;
    SigningAgent agent;
    AgentApi api;
    Poco::ThreadPool threads{2, 8};
    web::HTTPServer server;
};

AgentServer::AgentServer(const AgentOptions& options, Desk& desk) : native_(std::make_unique<Native>(options, desk)) {}

AgentServer::~AgentServer() = default;

unsigned short AgentServer::port() const {
    return native_->server.port();
}

}  // namespace congvu::signing::tool
