// SPDX-License-Identifier: Apache-2.0
#include "service/ReadStatistics.h"

#include "domain/Spread.h"

#include "congvu/error/AppError.h"
#include "congvu/text/Text.h"

#include <algorithm>
#include <charconv>
#include <tuple>

namespace congvu::statistics {

namespace {

namespace measure = figures::measure;

/// Longer lists of units do not go into an address.
constexpr std::size_t kMostUnitsOfALink = 50;

/// "incoming:chung": the source and its register; both empty for all.
struct RegisterAsked {
    std::string source;
    std::string code;
};

RegisterAsked registerOf(const std::string& text) {
    const auto colon = text.find(':');
    return colon == std::string::npos ? RegisterAsked{} : RegisterAsked{text.substr(0, colon), text.substr(colon + 1)};
}

/// The report without any source.
ReportView headOf(const ReportQuestion& question, const Scope& scope, const CountingRule& rule) {
    ReportView report;
    report.from = question.period.first;
    report.until = question.period.last;
    report.grain = grainOf(question.period);
    report.unitId = scope.unitId;
    report.unitName = scope.unitName;
    report.includesBelow = scope.includesBelow;
    report.registerCode = question.registerCode;
    report.officeHours = rule.time().hours().toString();
    report.minutesPerDay = rule.time().hours().perDay().count();
    return report;
}

std::int64_t halfHoursOf(const std::string& value) {
    std::int64_t number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

}  // namespace

struct ReadStatistics::Task {
    const http::Caller& caller;
    const Scope& scope;
    Period period;
    Grain grain;
    const RunningSource& source;
    std::string registerCode;
    Names names;
    Counted counted;

    [[nodiscard]] ports::FigureQuestion question() const { return {period.first, period.last, scope.unitIds, registerCode}; }
};

ReportView ReadStatistics::run(const http::Caller& caller, const ReportQuestion& question) const {
    const auto unitId = question.unitId.empty() ? Scopes::usualUnit(caller) : question.unitId;
    const auto scope = needs_.scopes.of(caller, unitId, question.includesBelow);
    const auto sources = needs_.sources.onFor(caller, unitId);
    const auto asked = registerOf(question.registerCode);
    CountingRule rule{needs_.settings, needs_.calendar};
    auto report = headOf(question, scope, rule);
    needs_.db.read([&](db::Reader& reader) {
        if (!question.registerCode.empty()) {
            const auto registers = registersOf(reader, sources, scope.agencyId);
            const auto found = std::ranges::find(registers, question.registerCode, &RegisterChoice::code);
            if (found == registers.end()) {
                throw AppError::invalidField("/register", "statistics.unknown-register");
            }
            report.registerName = found->name;
        }
        for (const auto& source : sources) {
            if (!asked.source.empty() && asked.source != source.shown->id) {
                continue;  // what stands in no register, or in another one
            }
            Names names;
            for (auto& name : source.answers->names(reader, scope.agencyId, caller.locale)) {
                names[{std::move(name.measure), std::move(name.value)}] = std::move(name.name);
            }
            auto ofSource = scope;
            std::erase_if(ofSource.agencyIds, [&](const std::string& id) { return !needs_.directory.isPluginOn(source.shown->id, id); });
            auto counted = needs_.counting.run(reader, source, {ofSource, question.period, report.grain, asked.code}, rule);
            report.sources.push_back(
                sourceView({caller, ofSource, question.period, report.grain, source, asked.code, std::move(names), std::move(counted)}));
        }
    });
    return report;
}

Choices ReadStatistics::choices(const http::Caller& caller, const std::string& unitId) const {
    const auto chosen = unitId.empty() ? Scopes::usualUnit(caller) : unitId;
    const auto agencyId = needs_.scopes.of(caller, chosen, false).agencyId;
    const auto sources = needs_.sources.onFor(caller, chosen);
    Choices choices;
    choices.units = needs_.scopes.choices(caller);
    choices.registers = needs_.db.read([&](db::Reader& reader) { return registersOf(reader, sources, agencyId); });
    choices.unitId = Scopes::usualUnit(caller);
    choices.mayReadBelow = caller.may("statistics.read-below");
    return choices;
}

std::vector<RegisterChoice> ReadStatistics::registersOf(db::Reader& reader, const std::vector<RunningSource>& sources,
                                                        const std::string& agencyId) const {
    std::vector<RegisterChoice> registers;
    for (const auto& source : sources) {
        for (auto& one : source.answers->registers(reader, agencyId)) {
            registers.push_back({std::string{source.shown->id} + ':' + one.code, std::move(one.name)});
        }
    }
    return registers;
}

SourceView ReadStatistics::sourceView(const Task& task) const {
    SourceView view;
    view.id = task.source.shown->id;
    view.pendingDays = task.counted.pendingDays;
    view.total = figure(task, std::string{measure::kCount}, {});
    for (const auto& shown : task.source.shown->measures) {
        view.measures.push_back(measureView(task, shown));
    }
    for (const auto status : task.source.shown->statuses) {
        view.times.push_back(timeView(task, status));
    }
    view.units = unitViews(task);
    view.course = course(task);
    return view;
}

FigureView ReadStatistics::figure(const Task& task, const std::string& measureId, const std::string& value) const {
    const auto amount = task.counted.amountOf(measureId, value);
    const auto name = task.names.find({measureId, value});
    return {value, name == task.names.end() ? std::string{} : name->second, amount,
            linkOf(task, task.question(), measureId, value, amount)};
}

MeasureView ReadStatistics::measureView(const Task& task, const MeasureShown& shown) const {
    MeasureView view;
    view.id = shown.id;
    for (const auto value : shown.values) {
        view.figures.push_back(figure(task, view.id, std::string{value}));
    }
    const bool isOpen = shown.values.empty();
    for (const auto& [key, amount] : task.counted.amounts) {
        const bool isKnown = std::ranges::find(shown.values, key.second) != shown.values.end();
        if (key.first == view.id && amount != 0 && !isKnown) {
            view.figures.push_back(figure(task, view.id, key.second));
        }
    }
    if (isOpen) {
        std::ranges::stable_sort(view.figures, {}, [](const FigureView& one) {
            return std::pair{-one.amount, text::sortKey(one.name.empty() ? one.value : one.name)};
        });
    }
    for (const auto& one : view.figures) {
        view.total += one.amount;
    }
    return view;
}

TimeView ReadStatistics::timeView(const Task& task, std::string_view status) const {
    const auto measureId = std::string{measure::kTimePrefix} + std::string{status};
    std::map<std::int64_t, std::int64_t> amounts;
    for (const auto& [key, amount] : task.counted.amounts) {
        if (key.first == measureId) {
            amounts[halfHoursOf(key.second)] += amount;
        }
    }
    const auto spread = spreadOf(amounts);
    return {std::string{status}, spread.amount, spread.medianHours, spread.ninetiethHours,
            linkOf(task, task.question(), measureId, {}, spread.amount)};
}

std::string ReadStatistics::rowOf(const Task& task, const std::string& place) const {
    if (place.empty() || place == task.scope.unitId || task.scope.includesBelow) {
        return place;
    }
    auto unit = needs_.directory.unit(place);
    while (unit && !unit->parentId.empty() && unit->parentId != task.scope.unitId) {
        unit = needs_.directory.unit(unit->parentId);
    }
    return unit && !unit->parentId.empty() ? unit->id : place;
}

std::vector<UnitView> ReadStatistics::unitViews(const Task& task) const {
    const auto& shown = *task.source.shown;
    std::map<std::string, UnitView> rows;
    for (const auto& [place, amounts] : task.counted.byUnit) {
        const auto id = rowOf(task, place);
        auto& row = rows.try_emplace(id, unitView(task, id)).first->second;
        for (const auto& [key, amount] : amounts) {
            row.amount += key.first == measure::kCount ? amount : 0;
            row.onTime += key.first == shown.timeliness && key.second == shown.onTime ? amount : 0;
            row.late += key.first == shown.timeliness && key.second == shown.late ? amount : 0;
        }
    }
    std::vector<UnitView> views;
    views.reserve(rows.size());
    for (auto& [id, row] : rows) {
        if (row.amount == 0) {
            continue;
        }
        auto question = task.question();
        const auto unit = needs_.directory.unit(id);
        const bool isItself = id == task.scope.unitId;
        question.unitIds = unit && !isItself ? needs_.scopes.unitsWithin(*unit) : std::vector<std::string>{id};
        row.link = linkOf(task, question, measure::kCount, {}, row.amount);
        views.push_back(std::move(row));
    }
    std::ranges::sort(views, {}, [](const UnitView& view) {
        return std::tuple{view.unitId.empty(), text::sortKey(view.name), view.unitId};
    });
    return views;
}

UnitView ReadStatistics::unitView(const Task& task, const std::string& unitId) const {
    UnitView view;
    view.unitId = unitId;
    const auto unit = unitId.empty() ? std::nullopt : needs_.directory.unit(unitId);
    view.name = unit ? unit->name : unitId;
    view.mayOpen = unit && unitId != task.scope.unitId;
    return view;
}

std::vector<PointView> ReadStatistics::course(const Task& task) const {
    std::vector<PointView> points;
    for (const auto& bucket : bucketsOf(task.period, task.grain)) {
        const auto found = task.counted.course.find(bucket.key);
        const auto amount = found == task.counted.course.end() ? std::int64_t{0} : found->second;
        auto question = task.question();
        question.from = bucket.days.first;
        question.until = bucket.days.last;
        points.push_back({bucket.key, amount, linkOf(task, question, measure::kCount, {}, amount)});
    }
    return points;
}

std::string ReadStatistics::linkOf(const Task& task, const ports::FigureQuestion& question, std::string_view measureId,
                                   std::string_view value, std::int64_t amount) const {
    if (amount == 0 || !task.scope.isOfOwnAgency || question.unitIds.size() > kMostUnitsOfALink) {
        return {};
    }
    return task.source.answers->link(task.caller, question, measureId, value);
}

}  // namespace congvu::statistics
