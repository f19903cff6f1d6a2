// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/forms/Forms.h"
#include "congvu/ports/FigureSource.h"
#include "congvu/time/Clock.h"
#include "storage/FigureRepository.h"
#include "storage/NumberBook.h"

namespace congvu::outgoing {

/// Issued documents as statistics count them (port congvu.outgoing-figures.v1), by their day of issue; what was recalled later stays
/// counted. Measures: count, type, channel, sending, person, agency, delivery, and the time from the first draft until signed, numbered,
/// sealed and issued, and from the issue until the last recipient has registered it.
class FigureAnswers : public ports::OutgoingFigures {
public:
    FigureAnswers(const forms::Forms& forms, const Clock& clock) : forms_(forms), clock_(clock) {}

    std::vector<ports::FigureDay> days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from, Date until) override;
    std::vector<ports::FigureDay> changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) override;
    std::string rule(std::string_view agencyId) override;
    std::vector<figures::FigureCell> cells(db::Reader& reader, std::string_view agencyId, Date day,
                                           const calendar::WorkingTime& time) override;
    /// The sequences of numbers of this year and the one before.
    std::vector<ports::FigureRegister> registers(db::Reader& reader, std::string_view agencyId) override;
    std::vector<ports::FigureName> names(db::Reader& reader, std::string_view agencyId, std::string_view locale) override;
    /// For whoever reads all issued documents of the agency, and for the caller's own unit.
    std::string link(const http::Caller& caller, const ports::FigureQuestion& question, std::string_view measure,
                     std::string_view value) override;

private:
    const forms::Forms& forms_;
    const Clock& clock_;
    FigureRepository figures_;
    NumberBook numbers_;
};

}  // namespace congvu::outgoing
