// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::incoming {

/// Names of the counters; those of tabs are the names of DocumentTab.
namespace counter {
inline constexpr std::string_view kAll = "all";
inline constexpr std::string_view kWaiting = "waiting";
inline constexpr std::string_view kInWork = "in_work";
inline constexpr std::string_view kDone = "done";
inline constexpr std::string_view kArrived = "arrived";
inline constexpr std::string_view kQueue = "queue";
}  // namespace counter

/// Counter rows of an agency, changed in the transaction that changes what they count.
class CounterRepository {
public:
    void add(db::Tx& tx, std::string_view agencyId, std::string_view name, std::int64_t by) const;
    [[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> all(db::Reader& reader, std::string_view agencyId) const;
};

}  // namespace congvu::incoming
