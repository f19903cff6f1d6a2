// SPDX-License-Identifier: Apache-2.0
#include "http/stages/CsrfCheck.h"

#include "congvu/error/AppError.h"

namespace congvu::host {

namespace {

bool isEqualInConstantTime(std::string_view left, std::string_view right) {
    if (left.size() != right.size()) {
        return false;
    }
    unsigned int difference = 0;
    for (std::size_t i = 0; i < left.size(); ++i) {
        difference |= static_cast<unsigned char>(left[i]) ^ static_cast<unsigned int>(static_cast<unsigned char>(right[i]));
    }
    return difference == 0;
}

bool comesFromAnotherSite(const HeaderList& headers) {
    if (const auto site = headers.find("Sec-Fetch-Site")) {
        return *site != "same-origin" && *site != "none";
    }
    const auto origin = headers.find("Origin");
    if (!origin) {
        return false;  // not a browser: no cookie of a victim to abuse
    }
    const auto scheme = origin->find("://");
    return scheme == std::string_view::npos || origin->substr(scheme + 3) != headers.find("Host").value_or("");
}

}  // namespace

void checkCsrf(const Exchange& exchange) {
    const auto& request = exchange.request;
    if (isSafe(request)) {
        return;
    }
    const bool isPublic = exchange.route().access == http::Access::everyone;
    const bool hasToken = exchange.hasSession && !exchange.csrfToken.empty() &&
                          isEqualInConstantTime(request.headers.find("X-CSRF-Token").value_or(""), exchange.csrfToken);
    if (hasToken || (isPublic && !comesFromAnotherSite(request.headers))) {
        return;
    }
    throw AppError(ErrorKind::forbidden, "csrf");
}

}  // namespace congvu::host
