// SPDX-License-Identifier: Apache-2.0
#include "http/stages/Authorize.h"

#include "congvu/error/AppError.h"

namespace congvu::host {

void authorize(const Exchange& exchange) {
    const auto& route = exchange.route();
    if (route.access == http::Access::permission && !exchange.caller.may(route.permission)) {
        throw AppError::forbidden();
    }
}

}  // namespace congvu::host
