// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/lists/Lists.h"
#include "service/ReadDocuments.h"

namespace congvu::outgoing {

/// The list of documents as the core counts and exports it: the filter and the policy of GET /documents.
class DocumentListSource final : public lists::ListSource {
public:
    explicit DocumentListSource(const ReadDocuments& reading) : reading_(reading) {}

    [[nodiscard]] std::vector<lists::ListColumn> columns() const override;
    [[nodiscard]] db::Page<lists::ListRow> rows(db::Reader& reader, const http::Request& request,
                                                const db::PageRequest& page) const override;
    [[nodiscard]] std::optional<std::int64_t> count(db::Reader& reader, const http::Request& request) const override;

private:
    const ReadDocuments& reading_;
};

}  // namespace congvu::outgoing
