// SPDX-License-Identifier: Apache-2.0
#include "http/CheckRoutes.h"

namespace congvu::signingdesk {

namespace {

using http::Request;
using http::Route;

EntityRef entityOf(const Request& request) {
    return {std::string{request.path("plugin")}, std::string{request.path("type")}, std::string{request.path("id")}};
}

}  // namespace

void addCheckRoutes(http::Routes& routes, DocumentChecks& checks) {
    routes.add(
        Route::get("/checks/{plugin}/{type}/{id}")
            .forSignedIn()
            .says("The code by which anybody can check an issued document")
            .gives<CheckLink>()
            .by([&checks](const Request& request) { return http::Response::json(checks.linkOf(request.caller(), entityOf(request))); }));
    routes.add(Route::get("/checks/{plugin}/{type}/{id}/picture")
                   .forSignedIn()
                   .says("Its QR picture; `address` is the origin of this server as the caller sees it")
                   .by([&checks](const Request& request) {
                       return http::Response::text(
                           checks.picture(request.caller(), entityOf(request), request.query("address").value_or("")), "image/svg+xml");
                   }));
}

}  // namespace congvu::signingdesk
