// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/DocumentCheck.h"

#include <optional>
#include <string_view>

namespace congvu::signingdesk {

/// All SQL of signing_check and signing_check_print.
class CheckRepository {
public:
    void insert(db::Tx& tx, const DocumentCheck& check) const;
    [[nodiscard]] std::optional<DocumentCheck> find(db::Reader& reader, std::string_view code) const;
    [[nodiscard]] std::optional<DocumentCheck> findOf(db::Reader& reader, const EntityRef& entity) const;
    void markRecallAsked(db::Tx& tx, const EntityRef& entity, Timestamp at) const;
    /// The document goes on with a longer file; the fingerprints of earlier ones stay.
    void replaceFile(db::Tx& tx, std::string_view code, std::string_view fileId, std::string_view sha256, Timestamp at) const;
};

}  // namespace congvu::signingdesk
