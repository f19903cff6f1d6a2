// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Period.h"

#include "congvu/json/Description.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::statistics {

/// A number with the page that lists what it counts; no link where nothing is counted or the caller may not see every row.
struct FigureView {
    std::string value;
    std::string name;  ///< in the caller's language, for values that only their source can name
    std::int64_t amount = 0;
    std::string link;
};

/// The things of a source by the values of one measure.
struct MeasureView {
    std::string id;
    std::int64_t total = 0;
    std::vector<FigureView> figures;
};

/// How long it took until a status was reached, in working hours.
struct TimeView {
    std::string status;
    std::int64_t amount = 0;
    double medianHours = 0;
    double ninetiethHours = 0;
    std::string link;
};

/// The things of one unit (or agency), of what lies below it, too.
struct UnitView {
    std::string unitId;  ///< empty for what is nobody's yet
    std::string name;
    bool mayOpen = false;  ///< whether its own figures can be asked for
    std::int64_t amount = 0;
    std::int64_t onTime = 0;
    std::int64_t late = 0;
    std::string link;
};

/// One point of the course in time.
struct PointView {
    std::string period;  ///< "2026-03-05" or "2026-03"
    std::int64_t amount = 0;
    std::string link;
};

/// What one plugin counts.
struct SourceView {
    std::string id;
    std::int64_t pendingDays = 0;  ///< days that changed and are being counted
    FigureView total;
    std::vector<MeasureView> measures;
    std::vector<TimeView> times;
    std::vector<UnitView> units;
    std::vector<PointView> course;
};

struct ReportView {
    Date from;
    Date until;
    Grain grain = Grain::day;
    std::string unitId;
    std::string unitName;
    bool includesBelow = false;
    std::string registerCode;  ///< "incoming:chung"; empty for all
    std::string registerName;
    std::string officeHours;
    std::int64_t minutesPerDay = 0;  ///< of the office hours
    std::vector<SourceView> sources;
};

/// A unit whose figures the caller may ask for.
struct UnitChoice {
    std::string id;
    std::string parentId;
    std::string name;
    bool isAgency = false;
};
struct RegisterChoice {
    std::string code;  ///< with the plugin before it: "incoming:chung"
    std::string name;  ///< empty for the common one
};
struct Choices {
    std::vector<UnitChoice> units;
    std::vector<RegisterChoice> registers;
    std::string unitId;  ///< what is shown unless said otherwise
    bool mayReadBelow = false;
};

}  // namespace congvu::statistics

template <>
struct congvu::json::EnumNames<congvu::statistics::Grain> {
    using Grain = congvu::statistics::Grain;
    static constexpr std::array values{std::pair{Grain::day, std::string_view{"day"}}, std::pair{Grain::month, std::string_view{"month"}}};
};

template <>
struct congvu::json::Description<congvu::statistics::FigureView> {
    static auto fields() {
        using View = congvu::statistics::FigureView;
        return std::tuple{field("value", &View::value), field("name", &View::name), field("amount", &View::amount),
                          field("link", &View::link)};
    }
};
template <>
struct congvu::json::Description<congvu::statistics::MeasureView> {
    static auto fields() {
        using View = congvu::statistics::MeasureView;
        return std::tuple{field("id", &View::id), field("total", &View::total), field("figures", &View::figures)};
    }
};
template <>
struct congvu::json::Description<congvu::statistics::TimeView> {
    static auto fields() {
        using View = congvu::statistics::TimeView;
        return std::tuple{field("status", &View::status), field("amount", &View::amount), field("medianHours", &View::medianHours),
                          field("ninetiethHours", &View::ninetiethHours), field("link", &View::link)};
    }
};
template <>
struct congvu::json::Description<congvu::statistics::UnitView> {
    static auto fields() {
        using View = congvu::statistics::UnitView;
        return std::tuple{field("unitId", &View::unitId), field("name", &View::name),     field("mayOpen", &View::mayOpen),
                          field("amount", &View::amount), field("onTime", &View::onTime), field("late", &View::late),
                          field("link", &View::link)};
    }
};
template <>
struct congvu::json::Description<congvu::statistics::PointView> {
    static auto fields() {
        using View = congvu::statistics::PointView;
        return std::tuple{field("period", &View::period), field("amount", &View::amount), field("link", &View::link)};
    }
};
template <>
struct congvu::json::Description<congvu::statistics::SourceView> {
    static auto fields() {
        using View = congvu::statistics::SourceView;
        return std::tuple{field("id", &View::id),        field("pendingDays", &View::pendingDays),
                          field("total", &View::total),  field("measures", &View::measures),
                          field("times", &View::times),  field("units", &View::units),
                          field("course", &View::course)};
    }
};
template <>
struct congvu::json::Description<congvu::statistics::ReportView> {
    static auto fields() {
        using View = congvu::statistics::ReportView;
        return std::tuple{field("from", &View::from),
                          field("until", &View::until),
                          field("grain", &View::grain),
                          field("unitId", &View::unitId),
                          field("unitName", &View::unitName),
                          field("includesBelow", &View::includesBelow),
                          field("register", &View::registerCode),
                          field("registerName", &View::registerName),
                          field("officeHours", &View::officeHours),
                          field("minutesPerDay", &View::minutesPerDay),
                          field("sources", &View::sources)};
    }
};
template <>
struct congvu::json::Description<congvu::statistics::UnitChoice> {
    static auto fields() {
        using Choice = congvu::statistics::UnitChoice;
        return std::tuple{field("id", &Choice::id), field("parentId", &Choice::parentId), field("name", &Choice::name),
                          field("isAgency", &Choice::isAgency)};
    }
};
template <>
struct congvu::json::Description<congvu::statistics::RegisterChoice> {
    static auto fields() {
        using Choice = congvu::statistics::RegisterChoice;
        return std::tuple{field("code", &Choice::code), field("name", &Choice::name)};
    }
};
template <>
struct congvu::json::Description<congvu::statistics::Choices> {
    static auto fields() {
        using Choices = congvu::statistics::Choices;
        return std::tuple{field("units", &Choices::units), field("registers", &Choices::registers), field("unitId", &Choices::unitId),
                          field("mayReadBelow", &Choices::mayReadBelow)};
    }
};
