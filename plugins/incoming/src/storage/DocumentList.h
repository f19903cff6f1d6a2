// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentSummaryRow.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>

namespace congvu::incoming {

/// The tabs of the list. `overdue` is every open document past its deadline.
enum class ListTab { all, waiting, inWork, overdue, done };
enum class ListSort { arrivalDescending, arrivalAscending, dateDescending, dateAscending, dueAscending, dueDescending };

/// What the list is narrowed to; empty means everything.
struct ListFilter {
    ListTab tab = ListTab::all;
    ListSort sort = ListSort::arrivalDescending;
    std::string text; ///< as typed
    std::optional<std::string> issuerName;
    std::optional<std::string> typeId;
    std::optional<std::string> urgency;
    std::optional<Date> arrivedFrom;
    std::optional<Date> arrivedTo;
    std::optional<Date> dueTo;
};

/// Numbers on the tabs.
struct ListCounters {
    std::int64_t all = 0;
    std::int64_t waiting = 0;
    std::int64_t inWork = 0;
    std::int64_t overdue = 0; ///< at most db::kTotalCap
    std::int64_t done = 0;
    std::int64_t arrived = 0; ///< deliveries that wait for the clerk
    std::int64_t queue = 0;   ///< proposals that wait for the clerk
};

/// Lists and counts documents for a caller. Every list walks an index that ends in its sort key; filters that no index serves are tested
/// row by row on the way.
class DocumentList {
public:
    [[nodiscard]] db::Page<DocumentSummaryRow> page(db::Reader& reader, const http::Caller& caller, const ListFilter& filter,
                                                    const db::PageRequest& request, Date today) const;
    /// For readers of the whole agency from counter rows, for others counted over what they may see (at most db::kTotalCap each).
    [[nodiscard]] ListCounters counters(db::Reader& reader, const http::Caller& caller, Date today) const;
};

} // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::ListCounters> {
    static auto fields() {
        using Counters = congvu::incoming::ListCounters;
        return std::tuple{field("all", &Counters::all),         field("waiting", &Counters::waiting), field("inWork", &Counters::inWork),
                          field("overdue", &Counters::overdue), field("done", &Counters::done),       field("arrived", &Counters::arrived),
                          field("queue", &Counters::queue)};
    }
};
