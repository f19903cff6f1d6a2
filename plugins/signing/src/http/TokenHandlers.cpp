// SPDX-License-Identifier: Apache-2.0
#include "http/TokenHandlers.h"

#include "http/Messages.h"

namespace congvu::signingdesk {

http::Response TokenHandlers::agent(const http::Request& /*request*/) {
    return http::Response::json(AgentAddress{settings_.text("signing.agent_address")});
}

http::Response TokenHandlers::challenge(const http::Request& request) {
    return http::Response::json(enrolToken_.challenge(request.caller(), request.body<TokenCertificate>()), 201);
}

http::Response TokenHandlers::enrol(const http::Request& request) {
    return http::Response::json(enrolToken_.enrol(request.caller(), request.body<TokenEnrolment>()), 201);
}

http::Response TokenHandlers::prepare(const http::Request& request) {
    return http::Response::json(signByToken_.prepare(request.caller(), request.body<TokenAct>()));
}

http::Response TokenHandlers::finish(const http::Request& request) {
    return http::Response::json(signByToken_.finish(request.caller(), request.body<TokenValues>()));
}

}  // namespace congvu::signingdesk
