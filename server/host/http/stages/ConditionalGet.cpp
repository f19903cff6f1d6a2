// SPDX-License-Identifier: Apache-2.0
#include "http/stages/ConditionalGet.h"

#include <algorithm>

namespace congvu::host {

bool clientHas(const IncomingRequest& request, std::string_view entityTag) {
    const auto header = request.headers.find("If-None-Match");
    if (!header || entityTag.empty()) {
        return false;
    }
    std::string_view rest = *header;
    while (!rest.empty()) {
        const auto comma = std::min(rest.find(','), rest.size());
        auto tag = rest.substr(0, comma);
        tag.remove_prefix(std::min(tag.find_first_not_of(' '), tag.size()));
        tag = tag.substr(0, tag.find_last_not_of(' ') + 1);
        if (tag.starts_with("W/")) {
            tag.remove_prefix(2);
        }
        if (tag == entityTag || tag == "*") {
            return true;
        }
        rest.remove_prefix(std::min(comma + 1, rest.size()));
    }
    return false;
}

void answerConditionally(const IncomingRequest& request, OutgoingResponse& response) {
    if (!isSafe(request) || response.status != 200 || response.file || response.stream) {
        return;
    }
    if (clientHas(request, response.header("ETag"))) {
        response.status = 304;
        response.body.clear();
        std::erase_if(response.headers, [](const auto& header) { return header.first == "Content-Type"; });
    }
}

}  // namespace congvu::host
