// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Period.h"

#include "congvu/db/Tx.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::statistics {

/// As of which change of its source, and by which rule, a day was counted.
struct KeptDay {
    std::string agencyId;
    Date day;
    std::int64_t change = 0;
    std::string rule;
};

/// All SQL of statistics_day and statistics_cursor.
class KeptDayRepository {
public:
    [[nodiscard]] std::vector<KeptDay> inPeriod(db::Reader& reader, std::string_view source, const std::vector<std::string>& agencyIds,
                                                const Period& period) const;
    [[nodiscard]] std::optional<KeptDay> find(db::Reader& reader, std::string_view source, std::string_view agencyId, Date day) const;
    void put(db::Tx& tx, std::string_view source, const KeptDay& day) const;

    /// The last change of the source that was looked at; 0 before the first.
    [[nodiscard]] std::int64_t cursor(db::Reader& reader, std::string_view source) const;
    void setCursor(db::Tx& tx, std::string_view source, std::int64_t change) const;
};

}  // namespace congvu::statistics
