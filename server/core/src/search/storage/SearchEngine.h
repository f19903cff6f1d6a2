// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "search/domain/SearchHit.h"
#include "search/domain/SearchQuery.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// What may be found: only documents with one of the access terms, of these plugins.
struct SearchScope {
    std::vector<std::string> accessTerms;
    std::vector<std::string> plugins;
    std::string type;  ///< empty: all
};

/// The full-text index of the database in use. Two implementations, because no SQL for it is common to both databases; the migration has
/// written which one it has made.
class SearchEngine {
public:
    virtual ~SearchEngine() = default;
    virtual void add(db::Tx& tx, const IndexedDocument& document) const = 0;
    /// The document exactly as it was added.
    virtual void remove(db::Tx& tx, const IndexedDocument& document) const = 0;
    /// Newest first, with an order below `before`.
    [[nodiscard]] virtual std::vector<SearchHit> find(db::Reader& reader, const SearchQuery& query, const SearchScope& scope,
                                                      std::int64_t before, std::int64_t limit) const = 0;

    static std::unique_ptr<SearchEngine> of(db::Reader& reader);
};

}  // namespace congvu::core
