// SPDX-License-Identifier: Apache-2.0
#include "http/Pipeline.h"

#include "http/PipelineRequest.h"
#include "http/StaticSite.h"
#include "http/stages/AccessLog.h"
#include "http/stages/Authenticate.h"
#include "http/stages/Authorize.h"
#include "http/stages/BodyRules.h"
#include "http/stages/ConditionalGet.h"
#include "http/stages/CsrfCheck.h"
#include "http/stages/LimitCalls.h"
#include "http/stages/MatchRoute.h"
#include "http/stages/Problem.h"
#include "http/stages/RequestIdentity.h"
#include "http/stages/SecurityHeaders.h"
#include "http/stages/UnitGate.h"

#include "congvu/error/AppError.h"

#include <utility>

namespace congvu::host {

namespace {

constexpr std::string_view kApiPrefix = "/api/";
constexpr std::string_view kEventStream = "text/event-stream";

StreamStart streamOf(const Exchange& exchange) {
    // A mandate opens some work of the giver's post, not the news of all of it.
    const auto& caller = exchange.caller;
    const auto post = caller.behalf ? "mandate:" + caller.behalf->mandateId : caller.postId;
    return {std::string{sessionToken(exchange.request)}, caller.sessionId, post,
            exchange.request.headers.find("Last-Event-ID").has_value()};
}

OutgoingResponse fromHandler(const http::Response& answer) {
    OutgoingResponse response;
    response.status = answer.status();
    response.body = answer.body();
    response.headers = answer.headers();
    if (!answer.contentType().empty()) {
        response.set("Content-Type", answer.contentType());
    }
    return response;
}

}  // namespace

Pipeline::Pipeline(PipelineParts parts) : parts_(std::move(parts)) {}

/// The one catch of the pipeline: expected ends become problems, anything else is a bug that the log names and the client does not.
template <class Work>
OutgoingResponse Pipeline::guarded(const Exchange& exchange, Work work) const {
    const auto& caller = exchange.caller;
    try {
        return work();
    } catch (const AppError& error) {
        return problemResponse(error, parts_.catalogue, caller.locale, caller.requestId);
    } catch (const MethodNotAllowed& error) {
        auto response = problemResponse(405, "method-not-allowed", parts_.catalogue, caller.locale, caller.requestId);
        response.set("Allow", error.allowedMethods);
        return response;
    } catch (const std::exception& error) {
        parts_.log.error("http.failed", {{"request", caller.requestId}, {"path", exchange.request.path}, {"error", error.what()}});
    } catch (...) {
        parts_.log.error("http.failed", {{"request", caller.requestId}, {"path", exchange.request.path}, {"error", "unknown"}});
    }
    return problemResponse(500, "internal", parts_.catalogue, caller.locale, caller.requestId);
}

OutgoingResponse Pipeline::finish(const Exchange& exchange, OutgoingResponse response) const {
    answerConditionally(exchange.request, response);
    addSecurityHeaders(response);
    logAccess(parts_.log, exchange, response);
    return response;
}

std::optional<OutgoingResponse> Pipeline::admit(Exchange& exchange) const {
    identifyRequest(exchange);
    const auto& request = exchange.request;
    if (parts_.site && isSafe(request) && !request.path.starts_with(kApiPrefix) &&
        !parts_.router.match(*request.method, request.path).entry) {
        return finish(exchange, guarded(exchange, [&] { return answerFromSite(exchange); }));
    }
    bool isAdmitted = false;
    auto refusal = guarded(exchange, [&] {
        matchRoute(exchange, parts_.router);
        authenticate(exchange, parts_.authenticator);
        checkUnitGate(exchange, parts_.directory);
        authorize(exchange);
        limitCalls(exchange, parts_.limiter);
        checkCsrf(exchange);
        checkAnnouncedBody(exchange);
        isAdmitted = true;
        return OutgoingResponse{};
    });
    return isAdmitted ? std::nullopt : std::optional{finish(exchange, std::move(refusal))};
}

OutgoingResponse Pipeline::answerFromSite(Exchange& exchange) const {
    if (const auto open = StaticSite::publicPluginOf(exchange.request.path); !open.empty()) {
        checkPublicGate(parts_.directory, open);
    } else if (const auto plugin = StaticSite::pluginOf(exchange.request.path); !plugin.empty()) {
        authenticateForUiFile(exchange, parts_.authenticator);
        checkUnitGate(exchange, parts_.directory, plugin);
    }
    return parts_.site(exchange.request);
}

OutgoingResponse Pipeline::answer(Exchange& exchange) const {
    auto response = guarded(exchange, [&] {
        decodeBody(exchange, parts_.uploadFolder);
        return callHandler(exchange);
    });
    if (parts_.onAnswered) {
        parts_.onAnswered(exchange, response);
    }
    return finish(exchange, std::move(response));
}

OutgoingResponse Pipeline::callHandler(Exchange& exchange) const {
    const PipelineRequest request(exchange);
    auto answer = exchange.route().handler(request);
    if (!answer.fileBody()) {
        auto response = fromHandler(answer);
        if (response.header("Content-Type") == kEventStream) {
            response.stream = streamOf(exchange);
        }
        return response;
    }
    auto response = parts_.files.deliver(exchange.request, exchange.caller, *answer.fileBody());
    for (const auto& [name, value] : answer.headers()) {
        response.set(name, value);
    }
    return response;
}

OutgoingResponse Pipeline::run(IncomingRequest request) const {
    Exchange exchange;
    exchange.request = std::move(request);
    if (auto refusal = admit(exchange)) {
        return std::move(*refusal);
    }
    return answer(exchange);
}

OutgoingResponse Pipeline::refuseBusy(const Exchange& exchange) const {
    const AppError busy(ErrorKind::unavailable, "busy");
    return finish(exchange, problemResponse(busy, parts_.catalogue, exchange.caller.locale, exchange.caller.requestId));
}

OutgoingResponse Pipeline::refuse(int status, std::string_view code) const {
    auto response = problemResponse(status, code, parts_.catalogue, "vi", {});
    addSecurityHeaders(response);
    response.closesConnection = true;
    return response;
}

}  // namespace congvu::host
