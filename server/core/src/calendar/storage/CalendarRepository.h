// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "calendar/domain/CalendarDay.h"

#include "congvu/db/Tx.h"

#include <vector>

namespace congvu::core {

/// All SQL of the calendar table.
class CalendarRepository {
public:
    [[nodiscard]] std::vector<CalendarDay> readAll(db::Reader& reader) const;
    void put(db::Tx& tx, const CalendarDay& day) const;
    /// False when the day is not in the table.
    [[nodiscard]] bool remove(db::Tx& tx, Date day) const;
};

}  // namespace congvu::core
