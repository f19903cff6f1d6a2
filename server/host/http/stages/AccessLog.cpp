// SPDX-License-Identifier: Apache-2.0
#include "http/stages/AccessLog.h"

namespace congvu::host {

void logAccess(Log& log, const Exchange& exchange, const OutgoingResponse& response) {
    using std::chrono::duration_cast;
    using std::chrono::microseconds;
    const auto& request = exchange.request;
    const auto spent = duration_cast<microseconds>(std::chrono::steady_clock::now() - exchange.startedAt);
    const auto method = request.isHead ? "HEAD" : request.method ? methodName(*request.method) : "?";
    log.info("http", {{"request", exchange.caller.requestId},
                      {"method", std::string{method}},
                      {"route", exchange.match.entry != nullptr ? exchange.match.entry->pattern : "-"},
                      {"status", std::to_string(response.status)},
                      {"us", std::to_string(spent.count())},
                      {"post", exchange.caller.postId},
                      {"address", exchange.caller.address}});
}

}  // namespace congvu::host
