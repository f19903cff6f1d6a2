// SPDX-License-Identifier: Apache-2.0
#include "http/stages/MatchRoute.h"

#include "congvu/error/AppError.h"

namespace congvu::host {

void matchRoute(Exchange& exchange, const Router& router) {
    if (!exchange.request.method) {
        throw MethodNotAllowed{"GET, HEAD, POST, PUT, PATCH, DELETE"};
    }
    exchange.match = router.match(*exchange.request.method, exchange.request.path);
    if (exchange.match.entry != nullptr) {
        return;
    }
    if (!exchange.match.allowedMethods.empty()) {
        throw MethodNotAllowed{exchange.match.allowedMethods};
    }
    throw AppError::notFound();
}

}  // namespace congvu::host
