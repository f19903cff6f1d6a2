// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/CountingRule.h"
#include "service/FigureSources.h"
#include "storage/CellRepository.h"
#include "storage/KeptDayRepository.h"

#include "congvu/db/Db.h"
#include "congvu/settings/Settings.h"

#include <mutex>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::statistics {

/// Keeps the sums: counts the days that changed, one after the other, and adds what differs. A day is counted in one snapshot and written
/// in one short transaction, so that sums and change always belong together; counting a day twice changes nothing.
class KeepFigures {
public:
    struct Needs {
        db::Db& db;
        const settings::Settings& settings;
        const calendar::WorkingCalendar& calendar;
        const FigureSources& sources;
    };
    explicit KeepFigures(const Needs& needs) : needs_(needs) {}

    /// Counts what changed since the last run, at most kMostDays of each source, and what was asked for. Never at the same time twice.
    void run();
    /// Asks that the next run counts these days, too: those that no change speaks of, for example after the calendar was edited.
    void countSoon(const SourceShown& source, const std::vector<ports::FigureDay>& days);

private:
    static constexpr std::int64_t kMostDays = 2000;

    void follow(const RunningSource& source, CountingRule& rule);
    void count(const RunningSource& source, const ports::FigureDay& day, CountingRule& rule);
    void countWaiting(const std::vector<RunningSource>& sources, CountingRule& rule);

    /// A source's day of an agency.
    struct Waiting {
        std::string source;
        std::string agencyId;
        Date day;
        bool operator<(const Waiting& other) const {
            return std::tie(source, agencyId, day) < std::tie(other.source, other.agencyId, other.day);
        }
    };

    Needs needs_;
    CellRepository cells_;
    KeptDayRepository days_;
    std::mutex mutex_;
    std::set<Waiting> waiting_;
};

}  // namespace congvu::statistics
