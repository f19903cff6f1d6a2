// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "search/storage/SearchEngine.h"

namespace congvu::core {

/// PostgreSQL's text search with the configuration "simple": the text is folded already.
class TsvectorEngine final : public SearchEngine {
public:
    void add(db::Tx& tx, const IndexedDocument& document) const override;
    void remove(db::Tx& tx, const IndexedDocument& document) const override;
    [[nodiscard]] std::vector<SearchHit> find(db::Reader& reader, const SearchQuery& query, const SearchScope& scope, std::int64_t before,
                                              std::int64_t limit) const override;
};

}  // namespace congvu::core
