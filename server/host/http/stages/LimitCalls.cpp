// SPDX-License-Identifier: Apache-2.0
#include "http/stages/LimitCalls.h"

#include "congvu/error/AppError.h"

namespace congvu::host {

void limitCalls(const Exchange& exchange, AddressLimiter* limiter) {
    const auto callsPerMinute = exchange.route().callsPerMinute;
    if (limiter == nullptr || callsPerMinute <= 0) {
        return;
    }
    if (const auto seconds = limiter->secondsToWait(exchange.match.entry->pattern, exchange.request.clientAddress, callsPerMinute)) {
        throw AppError(ErrorKind::tooMany, "too-many-calls", {{"seconds", std::to_string(*seconds)}});
    }
}

}  // namespace congvu::host
