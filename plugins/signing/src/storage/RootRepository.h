// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/TrustedRoot.h"

#include <string_view>
#include <vector>

namespace congvu::signingdesk {

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
