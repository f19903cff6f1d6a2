// SPDX-License-Identifier: Apache-2.0
#include "http/stages/RequestIdentity.h"

#include "congvu/ids/Id.h"

#include <algorithm>

namespace congvu::host {

std::string_view requestedLanguage(const IncomingRequest& request) {
    const auto header = request.headers.find("Accept-Language");
    std::string_view rest = header.value_or("");
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        auto tag = rest.substr(0, comma);
        tag.remove_prefix(std::min(tag.find_first_not_of(' '), tag.size()));
        const auto language = tag.substr(0, std::min(tag.find_first_of("-;"), tag.size()));
        for (const std::string_view known : {"vi", "en"}) {
            if (equalsIgnoringCase(language, known)) {
                return known;
            }
        }
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return {};
}

void identifyRequest(Exchange& exchange) {
    auto& caller = exchange.caller;
    caller.requestId = newId();
    caller.address = exchange.request.clientAddress;
    const auto language = requestedLanguage(exchange.request);
    caller.locale = language.empty() ? "vi" : language;
}

}  // namespace congvu::host
