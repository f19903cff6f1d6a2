// SPDX-License-Identifier: Apache-2.0
#include "http/stages/LimitCalls.h"

#include "congvu/error/AppError.h"

namespace congvu::host {

void limitCalls(const Exchange& exchange, AddressLimiter* limiter) {
    const auto callsPerMinute = exchange.route().callsPerMinute;
    if (limiter == nullptr || callsPerMinute <= 0) {
        return;
    }
    const auto isPublic = exchange.route().access == http::Access::everyone;
    const auto& who = isPublic ? exchange.request.clientAddress : exchange.caller.personId;
    if (const auto seconds = limiter->secondsToWait(exchange.match.entry->pattern, who, callsPerMinute)) {
        throw AppError(ErrorKind::tooMany, "too-many-calls", {{"seconds", std::to_string(*seconds)}});
    }
}

}  // namespace congvu::host
