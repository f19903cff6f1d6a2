// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/lists/Lists.h"
#include "service/Dossiers.h"

namespace congvu::records {

/// The list of dossiers as the core counts and exports it: the filter and the policy of GET /dossiers.
class DossierListSource final : public lists::ListSource {
public:
    explicit DossierListSource(const Dossiers& dossiers) : dossiers_(dossiers) {}

    [[nodiscard]] std::vector<lists::ListColumn> columns() const override;
    [[nodiscard]] db::Page<lists::ListRow> rows(db::Reader& reader, const http::Request& request,
                                                const db::PageRequest& page) const override;
    /// Nothing for a search by words.
    [[nodiscard]] std::optional<std::int64_t> count(db::Reader& reader, const http::Request& request) const override;

private:
    const Dossiers& dossiers_;
};

}  // namespace congvu::records
