// SPDX-License-Identifier: Apache-2.0
#include "service/KeepFigures.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>
#include <utility>

namespace congvu::statistics {

namespace {

using CellKey = std::tuple<std::string, std::string, std::string, std::string>;

/// What must be added to `before` to make it `after`; nothing for what is equal.
std::vector<figures::FigureCell> differenceOf(const std::vector<figures::FigureCell>& before,
                                              const std::vector<figures::FigureCell>& after) {
    std::map<CellKey, std::int64_t> amounts;
    for (const auto& cell : after) {
        amounts[{cell.measure, cell.unitId, cell.registerCode, cell.value}] += cell.amount;
    }
    for (const auto& cell : before) {
        amounts[{cell.measure, cell.unitId, cell.registerCode, cell.value}] -= cell.amount;
    }
    std::vector<figures::FigureCell> difference;
    difference.reserve(amounts.size());
    for (const auto& [key, amount] : amounts) {
        if (amount != 0) {
            const auto& [measure, unitId, registerCode, value] = key;
            difference.push_back({measure, unitId, registerCode, value, amount});
        }
    }
    return difference;
}

/// Whether what is kept is as new as what would be counted.
bool isUpToDate(const std::optional<KeptDay>& kept, const KeptDay& counted) {
    return kept && (kept->change > counted.change || (kept->change == counted.change && kept->rule == counted.rule));
}

}  // namespace

void KeepFigures::run() {
    CountingRule rule{needs_.settings, needs_.calendar};
    const auto sources = needs_.sources.running();
    for (const auto& source : sources) {
        follow(source, rule);
    }
    countWaiting(sources, rule);
}

void KeepFigures::follow(const RunningSource& source, CountingRule& rule) {
    constexpr std::int64_t kAtOnce = 200;
    for (std::int64_t done = 0; done < kMostDays; done += kAtOnce) {
        const auto changed = needs_.db.read(
            [&](db::Reader& reader) { return source.answers->changedAfter(reader, days_.cursor(reader, source.shown->id), kAtOnce); });
        for (const auto& day : changed) {
            count(source, day, rule);
        }
        if (!changed.empty()) {
            needs_.db.write([&](db::Tx& tx) { days_.setCursor(tx, source.shown->id, changed.back().change); });
        }
        if (static_cast<std::int64_t>(changed.size()) < kAtOnce) {
            return;
        }
    }
}

void KeepFigures::count(const RunningSource& source, const ports::FigureDay& day, CountingRule& rule) {
    const auto measures = measuresOf(*source.shown);
    KeptDay counted{day.agencyId, day.day, 0, rule.of(source, day.agencyId, day.day)};
    std::vector<figures::FigureCell> cells;
    const bool isStale = needs_.db.read([&](db::Reader& reader) {
        // The day's own change, in the same snapshot as its rows: it may have changed again meanwhile.
        const auto found = source.answers->days(reader, {day.agencyId}, day.day, day.day);
        counted.change = found.empty() ? 0 : found.front().change;
        if (isUpToDate(days_.find(reader, source.shown->id, day.agencyId, day.day), counted)) {
            return false;
        }
        cells = source.answers->cells(reader, day.agencyId, day.day, rule.time());
        return true;
    });
    if (!isStale) {
        return;
    }
    std::erase_if(cells, [&](const figures::FigureCell& cell) { return std::ranges::find(measures, cell.measure) == measures.end(); });
    needs_.db.write([&](db::Tx& tx) {
        if (isUpToDate(days_.find(tx, source.shown->id, day.agencyId, day.day), counted)) {
            return;  // somebody else has counted it meanwhile
        }
        for (const auto& cell : differenceOf(cells_.ofDay(tx, source.shown->id, day.agencyId, measures, day.day), cells)) {
            cells_.add(tx, source.shown->id, day.agencyId, day.day, cell);
        }
        days_.put(tx, source.shown->id, counted);
    });
}

void KeepFigures::countSoon(const SourceShown& source, const std::vector<ports::FigureDay>& days) {
    const std::lock_guard lock{mutex_};
    for (const auto& day : days) {
        waiting_.insert({std::string{source.id}, day.agencyId, day.day});
    }
}

void KeepFigures::countWaiting(const std::vector<RunningSource>& sources, CountingRule& rule) {
    std::set<Waiting> waiting;
    {
        const std::lock_guard lock{mutex_};
        waiting.swap(waiting_);
    }
    for (const auto& one : waiting) {
        const auto source = std::ranges::find(sources, one.source, [](const RunningSource& running) { return running.shown->id; });
        if (source != sources.end()) {
            count(*source, {one.agencyId, one.day, 0}, rule);
        }
    }
}

}  // namespace congvu::statistics
