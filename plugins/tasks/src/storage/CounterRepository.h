// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/CounterCell.h"
#include "domain/FourCounters.h"

#include <map>
#include <string>
#include <string_view>

namespace congvu::tasks {

/// The counter rows. They change in the transaction that changes the task, and are summed when they are read.
class CounterRepository {
public:
    /// Adds tasks of one bucket, as it stands now ("overdue", "due_soon", "in_term", "done_late" …), to the counter they belong to.
    static void addBucket(FourCounters& counters, std::string_view bucket, std::int64_t amount);
    static void add(db::Tx& tx, const CounterChange& change);
    /// Counters of every unit of an agency that has any, by unit id.
    static std::map<std::string, FourCounters> byUnit(db::Reader& reader, std::string_view agencyId, const Reckoning& reckoning);
    /// Counters of one unit ("unit") or one post ("post").
    static FourCounters ofOne(db::Reader& reader, std::string_view agencyId, std::string_view scope, std::string_view scopeId,
                              const Reckoning& reckoning);
};

}  // namespace congvu::tasks
