// SPDX-License-Identifier: Apache-2.0
#include "congvu/db/Row.h"

#include <stdexcept>

namespace congvu::db {

Date Row::date(int column) const {
    const auto day = Date::parse(text(column));
    if (!day) {
        throw std::logic_error("column " + std::to_string(column) + " does not hold a date of the form YYYY-MM-DD");
    }
    return *day;
}

}  // namespace congvu::db
