// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/SenderCategory.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/time/Date.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// All SQL of sender categories, of the category of issuers, and of the counts by source.
class SenderRepository {
public:
    /// The agency's own, in their order; empty until it edits them.
    [[nodiscard]] std::vector<SenderCategory> categories(db::Reader& reader, std::string_view agencyId) const;
    void replaceCategories(db::Tx& tx, std::string_view agencyId, const std::vector<SenderCategory>& categories) const;
    [[nodiscard]] bool isCategoryUsed(db::Reader& reader, std::string_view agencyId, std::string_view categoryId) const;

    /// Issuers whose name holds the text, by name; `categoryId` narrows ("-" means every category).
    [[nodiscard]] db::Page<Sender> senders(db::Reader& reader, std::string_view agencyId, std::string_view typed,
                                           std::string_view categoryId, const db::PageRequest& request) const;
    /// False when the agency has not met this issuer.
    [[nodiscard]] bool setCategory(db::Tx& tx, std::string_view agencyId, const SenderChoice& choice) const;
    /// Documents that arrived from `first` to `last` by issuer, most first; cancelled ones are left out. At most 5,000 issuers.
    [[nodiscard]] std::vector<SenderCount> counts(db::Reader& reader, std::string_view agencyId, Date first, Date last) const;
};

}  // namespace congvu::incoming
