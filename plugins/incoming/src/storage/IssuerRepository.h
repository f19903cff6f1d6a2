// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// All SQL of incoming_issuer: the issuers an agency has met.
class IssuerRepository {
public:
    /// Counts one more document of this issuer; the latest spelling stays. One met for the first time gets its likely
    /// category, unless the agency has left that one out.
    void count(db::Tx& tx, std::string_view agencyId, std::string_view name) const;
    /// The usual spelling of a name that was read from a document, if the agency knows the issuer.
    [[nodiscard]] std::optional<std::string> spelling(db::Reader& reader, std::string_view agencyId, std::string_view name) const;
    /// Issuers whose folded name holds the typed text, most frequent first, at most 20.
    [[nodiscard]] std::vector<std::string> suggest(db::Reader& reader, std::string_view agencyId, std::string_view typed) const;
};

}  // namespace congvu::incoming
