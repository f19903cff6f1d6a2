// SPDX-License-Identifier: Apache-2.0
#include "search/service/AccessTerms.h"

#include "shared/service/Sha256.h"

namespace congvu::core {

std::string accessTermOf(std::string_view token) {
    return "a" + Sha256::hexOf(token).substr(0, 20);
}

std::vector<std::string> accessTermsOf(const http::Caller& caller) {
    std::vector<std::string> terms;
    for (const auto& token : caller.accessTokens()) {
        terms.push_back(accessTermOf(token));
    }
    for (const auto& permission : caller.permissions) {
        terms.push_back(accessTermOf("agency-with:" + caller.agencyId + ":" + permission));
    }
    return terms;
}

}  // namespace congvu::core
