// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Counted.h"
#include "domain/Period.h"
#include "domain/Scope.h"
#include "service/CountingRule.h"
#include "service/FigureSources.h"
#include "service/KeepFigures.h"
#include "storage/CellRepository.h"
#include "storage/KeptDayRepository.h"

#include "congvu/time/Clock.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::statistics {

/// What is counted of a source.
struct CountQuestion {
    const Scope& scope;
    Period period;
    Grain grain = Grain::day;
    std::string_view registerCode;  ///< empty for any
};

/// Counts a period from the kept sums. Days that changed since they were kept are counted now, in the same snapshot, so that figures and
/// lists agree; of more than kMostCountedNow such days the oldest are left as they were kept and told as pending. All of them are asked
/// for.
class CountFigures {
public:
    static constexpr std::size_t kMostCountedNow = 20;

    CountFigures(KeepFigures& keeping, const Clock& clock) : keeping_(keeping), clock_(clock) {}

    [[nodiscard]] Counted run(db::Reader& reader, const RunningSource& source, const CountQuestion& question, CountingRule& rule) const;

private:
    /// A day whose kept sums are not those of its newest change.
    struct StaleDay {
        ports::FigureDay day;
        bool isKept = false;
    };
    [[nodiscard]] std::vector<StaleDay> staleDays(db::Reader& reader, const RunningSource& source, const CountQuestion& question,
                                                  CountingRule& rule) const;
    void countNow(db::Reader& reader, const RunningSource& source, const CountQuestion& question, const StaleDay& stale, CountingRule& rule,
                  Counted& counted) const;

    KeepFigures& keeping_;
    const Clock& clock_;
    CellRepository cells_;
    KeptDayRepository days_;
};

}  // namespace congvu::statistics
