// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/FigureFilter.h"

#include "congvu/json/Description.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace congvu::incoming {

/// The tabs of the list. `overdue` is every open document past its deadline.
enum class ListTab { all, waiting, inWork, overdue, done };
enum class ListSort { arrivalDescending, arrivalAscending, dateDescending, dateAscending, dueAscending, dueDescending };

/// What the list is narrowed to; empty means everything.
struct ListFilter {
    ListTab tab = ListTab::all;
    ListSort sort = ListSort::arrivalDescending;
    std::string text;  ///< as typed
    std::optional<std::string> issuerName;
    std::optional<std::string> typeId;
    std::optional<std::string> urgency;
    std::optional<std::string> registerCode;
    std::optional<std::string> senderCategory;  ///< "-" for issuers without one
    bool isWithoutCancelled = false;            ///< as the report by source counts
    std::optional<Date> arrivedFrom;
    std::optional<Date> arrivedTo;
    std::optional<Date> dueTo;
    FigureFilter figure;
    std::string markerId;     ///< only what stands under this marker; empty for all
    std::string markerOwner;  ///< the person whose marker it is
};

/// Numbers on the tabs.
struct ListCounters {
    std::int64_t all = 0;
    std::int64_t waiting = 0;
    std::int64_t inWork = 0;
    std::int64_t overdue = 0;  ///< at most 1,001, which means "more than a thousand"
    std::int64_t done = 0;
    std::int64_t arrived = 0;  ///< deliveries that wait for the clerk
    std::int64_t queue = 0;    ///< proposals that wait for the clerk
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::ListCounters> {
    static auto fields() {
        using Counters = congvu::incoming::ListCounters;
        return std::tuple{field("all", &Counters::all),         field("waiting", &Counters::waiting), field("inWork", &Counters::inWork),
                          field("overdue", &Counters::overdue), field("done", &Counters::done),       field("arrived", &Counters::arrived),
                          field("queue", &Counters::queue)};
    }
};
