// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/WorkingTime.h"
#include "congvu/db/Tx.h"
#include "congvu/figures/FigureCell.h"
#include "congvu/http/Caller.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::ports {

/// A day of an agency whose things may have changed.
struct FigureDay {
    std::string agencyId;
    Date day;
    std::int64_t change = 0;  ///< grows with every change of the day, over all days and agencies
};

/// What a value of a measure is called, in the caller's language.
struct FigureName {
    std::string measure;
    std::string value;
    std::string name;
};

struct FigureRegister {
    std::string code;  ///< as cells have it
    std::string name;  ///< empty for the common one of a source that gives it no name
};

/// What a figure was asked for: the period, days included, the units (none: the whole agency) and the register (empty: any).
struct FigureQuestion {
    Date from;
    Date until;
    std::vector<std::string> unitIds;
    std::string registerCode;
};

/// What a plugin answers to the plugin that shows figures (docs/decisions/0013-figures-are-kept-per-day.md). It counts one day at a time;
/// whoever asks keeps the sums, and asks again for days with another `change`. Answers do not depend on who asks, save for links.
class FigureSource {
public:
    virtual ~FigureSource() = default;

    /// The days of the period on which the agencies (at most 100) have anything to count, in any order.
    virtual std::vector<FigureDay> days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from, Date until) = 0;
    /// Days of all agencies that changed after that change, oldest change first.
    virtual std::vector<FigureDay> changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) = 0;
    /// What counting depends on beside the rows, for example a setting; another text means that every day must be counted anew.
    virtual std::string rule(std::string_view agencyId) = 0;
    /// The cells of one day.
    virtual std::vector<figures::FigureCell> cells(db::Reader& reader, std::string_view agencyId, Date day,
                                                   const calendar::WorkingTime& time) = 0;
    virtual std::vector<FigureRegister> registers(db::Reader& reader, std::string_view agencyId) = 0;
    /// Names of values that only the source knows.
    virtual std::vector<FigureName> names(db::Reader& reader, std::string_view agencyId, std::string_view locale) = 0;
    /// The page that lists exactly what a figure of the caller's own agency counts, with all its filters; empty when there is none, or when
    /// the caller may not see every row of it.
    virtual std::string link(const http::Caller& caller, const FigureQuestion& question, std::string_view measure,
                             std::string_view value) = 0;
};

/// Provided by incoming: documents by their day of arrival.
class IncomingFigures : public FigureSource {
public:
    static constexpr std::string_view kPort = "congvu.incoming-figures.v1";
};

/// Provided by outgoing: documents by their day of issue.
class OutgoingFigures : public FigureSource {
public:
    static constexpr std::string_view kPort = "congvu.outgoing-figures.v1";
};

/// Provided by tasks: tasks by the day they were given.
class TaskFigures : public FigureSource {
public:
    static constexpr std::string_view kPort = "congvu.task-figures.v1";
};

}  // namespace congvu::ports
