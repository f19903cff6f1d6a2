// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentSummaryRow.h"
#include "domain/ListFilter.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>

namespace congvu::incoming {

/// Lists and counts documents for a caller. Every list walks an index that ends in its sort key; filters that no index serves are tested
/// row by row on the way.
class DocumentList {
public:
    [[nodiscard]] db::Page<DocumentSummaryRow> page(db::Reader& reader, const http::Caller& caller, const ListFilter& filter,
                                                    const db::PageRequest& request, Date today) const;
    /// How many the filter finds, at most db::kTotalCap; nothing for a filter that has to be tested document by document.
    [[nodiscard]] std::optional<std::int64_t> count(db::Reader& reader, const http::Caller& caller, const ListFilter& filter,
                                                    Date today) const;
    /// For readers of the whole agency from counter rows, for others counted over what they may see (at most db::kTotalCap each).
    [[nodiscard]] ListCounters counters(db::Reader& reader, const http::Caller& caller, Date today) const;
};

}  // namespace congvu::incoming
