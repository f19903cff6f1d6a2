// SPDX-License-Identifier: Apache-2.0
#include "service/CountFigures.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <tuple>

namespace congvu::statistics {

namespace {

constexpr std::size_t kMostAgenciesAtOnce = 100;

/// A source is asked for a hundred agencies at a time.
std::vector<ports::FigureDay> daysOf(db::Reader& reader, const RunningSource& source, const CountQuestion& question) {
    std::vector<ports::FigureDay> days;
    const auto& agencies = question.scope.agencyIds;
    for (std::size_t start = 0; start < agencies.size(); start += kMostAgenciesAtOnce) {
        const auto end = std::min(agencies.size(), start + kMostAgenciesAtOnce);
        const std::vector<std::string> part(agencies.begin() + static_cast<std::ptrdiff_t>(start),
                                            agencies.begin() + static_cast<std::ptrdiff_t>(end));
        auto found = source.answers->days(reader, part, question.period.first, question.period.last);
        std::move(found.begin(), found.end(), std::back_inserter(days));
    }
    return days;
}

bool isAskedFor(const CountQuestion& question, const figures::FigureCell& cell) {
    const auto& units = question.scope.unitIds;
    const bool isOfUnit = units.empty() || std::ranges::find(units, cell.unitId) != units.end();
    return isOfUnit && (question.registerCode.empty() || question.registerCode == cell.registerCode);
}

/// Adds an amount everywhere it belongs; amounts of a day that were kept are taken off with a minus.
void addAmount(Counted& counted, const std::string& place, const std::string& measure, const std::string& value, std::int64_t amount) {
    counted.amounts[{measure, value}] += amount;
    counted.byUnit[place][{measure, value}] += amount;
}

}  // namespace

Counted CountFigures::run(db::Reader& reader, const RunningSource& source, const CountQuestion& question, CountingRule& rule) const {
    const CellQuestion asked{source.shown->id, question.scope, question.registerCode};
    const auto today = clock_.today().toString();
    Counted counted;
    for (const auto& sum : cells_.sums(reader, asked, measuresOf(*source.shown), keyRangesOf(question.period))) {
        addAmount(counted, sum.place, sum.measure, valueOn(sum.value, today), sum.amount);
    }
    for (const auto& point : cells_.course(reader, asked, keyRangesOf(question.period, question.grain))) {
        counted.course[bucketKeyOf(point.period, question.grain)] += point.amount;
    }
    const auto stale = staleDays(reader, source, question, rule);
    std::vector<ports::FigureDay> days;
    days.reserve(stale.size());
    for (std::size_t index = 0; index < stale.size(); ++index) {
        if (index < kMostCountedNow) {
            countNow(reader, source, question, stale[index], rule, counted);
        }
        days.push_back(stale[index].day);
    }
    counted.pendingDays = static_cast<std::int64_t>(stale.size() - std::min(stale.size(), kMostCountedNow));
    keeping_.countSoon(*source.shown, days);
    return counted;
}

std::vector<CountFigures::StaleDay> CountFigures::staleDays(db::Reader& reader, const RunningSource& source, const CountQuestion& question,
                                                            CountingRule& rule) const {
    std::map<std::pair<std::string, Date>, KeptDay> kept;
    for (auto& day : days_.inPeriod(reader, source.shown->id, question.scope.agencyIds, question.period)) {
        auto key = std::pair{day.agencyId, day.day};
        kept.emplace(std::move(key), std::move(day));
    }
    std::vector<StaleDay> stale;
    for (auto& day : daysOf(reader, source, question)) {
        const auto found = kept.find({day.agencyId, day.day});
        const bool isKept = found != kept.end();
        if (!isKept || found->second.change != day.change || found->second.rule != rule.of(source, day.agencyId, day.day)) {
            stale.push_back({std::move(day), isKept});
        }
    }
    // The newest days are what people look at.
    std::ranges::sort(stale, [](const StaleDay& one, const StaleDay& other) {
        return std::tie(other.day.day, one.day.agencyId) < std::tie(one.day.day, other.day.agencyId);
    });
    return stale;
}

void CountFigures::countNow(db::Reader& reader, const RunningSource& source, const CountQuestion& question, const StaleDay& stale,
                            CountingRule& rule, Counted& counted) const {
    const auto measures = measuresOf(*source.shown);
    const auto today = clock_.today().toString();
    const auto bucket = bucketKeyOf(stale.day.day, question.grain);
    const auto addCells = [&](const std::vector<figures::FigureCell>& cells, std::int64_t sign) {
        for (const auto& cell : cells) {
            if (!isAskedFor(question, cell) || std::ranges::find(measures, cell.measure) == measures.end()) {
                continue;
            }
            const auto& place = question.scope.includesBelow ? stale.day.agencyId : cell.unitId;
            addAmount(counted, place, cell.measure, valueOn(cell.value, today), sign * cell.amount);
            if (cell.measure == figures::measure::kCount) {
                counted.course[bucket] += sign * cell.amount;
            }
        }
    };
    if (stale.isKept) {
        addCells(cells_.ofDay(reader, source.shown->id, stale.day.agencyId, measures, stale.day.day), -1);
    }
    addCells(source.answers->cells(reader, stale.day.agencyId, stale.day.day, rule.time()), 1);
}

}  // namespace congvu::statistics
