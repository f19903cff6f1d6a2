// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <string>
#include <tuple>

namespace congvu::signingdesk {

/// A root certificate that signatures may end at, and the tree it heads.
struct TrustedRoot {
    std::string id;
    std::string world;  ///< "government", "commercial", "demonstration"
    std::string subject;
    std::string certificatePem;
    std::string fingerprint;  ///< SHA-256, lower-case hex
    Timestamp notAfter;
    Timestamp createdAt;
};

}  // namespace congvu::signingdesk

template <>
struct congvu::json::Description<congvu::signingdesk::TrustedRoot> {
    static auto fields() {
        using Root = congvu::signingdesk::TrustedRoot;
        return std::tuple{field("id", &Root::id),
                          field("world", &Root::world),
                          field("subject", &Root::subject),
                          field("fingerprint", &Root::fingerprint),
                          field("notAfter", &Root::notAfter),
                          field("createdAt", &Root::createdAt)};
    }
};
