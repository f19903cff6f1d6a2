// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

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

/// All SQL of signing_root.
class RootRepository {
public:
    /// False when the certificate is there already.
    bool insert(db::Tx& tx, const TrustedRoot& root) const;
    bool remove(db::Tx& tx, std::string_view id) const;
    /// By world and subject, at most 500.
    [[nodiscard]] std::vector<TrustedRoot> list(db::Reader& reader) const;
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
