// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/FigureRepository.h"
#include "storage/RegisterBookRepository.h"
#include "storage/SenderRepository.h"

#include "congvu/ports/FigureSource.h"

namespace congvu::incoming {

/// Incoming documents as statistics count them (port congvu.incoming-figures.v1), by their day of arrival; cancelled registrations are left
/// out. Measures: count, type, source, channel, signature, entry, and the time until submitted, handed, started and completed.
class FigureAnswers : public ports::IncomingFigures {
public:
    std::vector<ports::FigureDay> days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from, Date until) override;
    std::vector<ports::FigureDay> changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) override;
    std::string rule(std::string_view agencyId) override;
    std::vector<figures::FigureCell> cells(db::Reader& reader, std::string_view agencyId, Date day,
                                           const calendar::WorkingTime& time) override;
    std::vector<ports::FigureRegister> registers(db::Reader& reader, std::string_view agencyId) override;
    std::vector<ports::FigureName> names(db::Reader& reader, std::string_view agencyId, std::string_view locale) override;
    /// For whoever reads the documents of the whole agency.
    std::string link(const http::Caller& caller, const ports::FigureQuestion& question, std::string_view measure,
                     std::string_view value) override;

private:
    FigureRepository figures_;
    RegisterBookRepository books_;
    SenderRepository senders_;
};

}  // namespace congvu::incoming
