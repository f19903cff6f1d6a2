// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"

#include <cstdint>
#include <tuple>

namespace congvu::tasks {

/// The canonical report on assigned tasks (shape of the Prime Minister's working group, 2017): four leaf counters, everything else
/// is a sum of them. Tasks without a deadline and suspended ones are counted apart and are in no sum; returned and cancelled ones
/// are not counted at all.
struct FourCounters {
    std::int64_t doneOnTime = 0;
    std::int64_t doneLate = 0;
    std::int64_t inTerm = 0;   ///< open, deadline not passed; holds dueSoon
    std::int64_t overdue = 0;  ///< open, deadline passed
    std::int64_t dueSoon = 0;
    std::int64_t noDeadlineOpen = 0;
    std::int64_t noDeadlineDone = 0;
    std::int64_t suspended = 0;

    [[nodiscard]] std::int64_t done() const { return doneOnTime + doneLate; }
    [[nodiscard]] std::int64_t open() const { return inTerm + overdue; }
    [[nodiscard]] std::int64_t total() const { return done() + open(); }

    FourCounters& operator+=(const FourCounters& other) {
        doneOnTime += other.doneOnTime;
        doneLate += other.doneLate;
        inTerm += other.inTerm;
        overdue += other.overdue;
        dueSoon += other.dueSoon;
        noDeadlineOpen += other.noDeadlineOpen;
        noDeadlineDone += other.noDeadlineDone;
        suspended += other.suspended;
        return *this;
    }
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::FourCounters> {
    static auto fields() {
        using Counters = congvu::tasks::FourCounters;
        return std::tuple{field("doneOnTime", &Counters::doneOnTime),
                          field("doneLate", &Counters::doneLate),
                          field("inTerm", &Counters::inTerm),
                          field("overdue", &Counters::overdue),
                          field("dueSoon", &Counters::dueSoon),
                          field("noDeadlineOpen", &Counters::noDeadlineOpen),
                          field("noDeadlineDone", &Counters::noDeadlineDone),
                          field("suspended", &Counters::suspended)};
    }
};
