// SPDX-License-Identifier: Apache-2.0
#include "service/FigureAnswers.h"

#include "domain/DocumentType.h"
#include "domain/RegisterBook.h"
#include "storage/DocumentAccess.h"

#include "congvu/figures/FigureTally.h"
#include "congvu/figures/PageLink.h"

#include <string>

namespace congvu::incoming {

namespace {

namespace measure = figures::measure;

void tallyDocument(figures::FigureTally& tally, const DocumentFigure& document, const calendar::WorkingTime& time) {
    const figures::FigureTally::Place place{document.unitId, document.registerCode};
    tally.add(measure::kCount, place, "");
    tally.add(measure::kType, place, document.typeId);
    tally.add(measure::kSource, place, document.categoryId.empty() ? std::string_view{"-"} : std::string_view{document.categoryId});
    tally.add(measure::kChannel, place, document.channel);
    tally.add(measure::kSignature, place, document.signature);
    if (!document.entry.empty()) {
        tally.add(measure::kEntry, place, document.entry);
    }
    const auto addTime = [&](std::string_view status, const std::optional<Timestamp>& at) {
        if (at) {
            tally.addTime(status, place, time.between(document.arrivedAt, *at));
        }
    };
    addTime("registered", document.registeredAt);
    addTime("submitted", document.submittedAt);
    addTime("handed", document.handedAt);
    addTime("started", document.startedAt);
    addTime("completed", document.completedAt);
}

/// The parameter of the list that a measure is asked by; empty for those that it does not know.
std::string_view parameterOf(std::string_view measureName) {
    if (measureName == measure::kSource) {
        return "category";
    }
    const bool isSame = measureName == measure::kType || measureName == measure::kChannel || measureName == measure::kSignature ||
                        measureName == measure::kEntry;
    return isSame ? measureName : std::string_view{};
}

}  // namespace

std::vector<ports::FigureDay> FigureAnswers::days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from, Date until) {
    return figures_.days(reader, agencyIds, from, until);
}

std::vector<ports::FigureDay> FigureAnswers::changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) {
    return figures_.changedAfter(reader, change, limit);
}

std::string FigureAnswers::rule(std::string_view /*agencyId*/) {
    return {};
}

std::vector<figures::FigureCell> FigureAnswers::cells(db::Reader& reader, std::string_view agencyId, Date day,
                                                      const calendar::WorkingTime& time) {
    figures::FigureTally tally;
    for (const auto& document : figures_.ofDay(reader, agencyId, day)) {
        tallyDocument(tally, document, time);
    }
    return tally.cells();
}

std::vector<ports::FigureRegister> FigureAnswers::registers(db::Reader& reader, std::string_view agencyId) {
    std::vector<ports::FigureRegister> registers{{std::string{kCommonRegister}, {}}};
    for (auto& book : books_.ofAgency(reader, agencyId)) {
        registers.push_back({std::move(book.code), std::move(book.name)});
    }
    return registers;
}

std::vector<ports::FigureName> FigureAnswers::names(db::Reader& reader, std::string_view agencyId, std::string_view locale) {
    std::vector<ports::FigureName> names;
    names.reserve(documentTypes().size());
    for (const auto& type : documentTypes()) {
        names.push_back({std::string{measure::kType}, std::string{type.id}, std::string{locale == "en" ? type.englishName : type.name}});
    }
    const auto own = senders_.categories(reader, agencyId);
    for (const auto& category : own.empty() ? builtInSenderCategories() : own) {
        names.push_back({std::string{measure::kSource}, category.id, category.name});
    }
    return names;
}

std::string FigureAnswers::link(const http::Caller& caller, const ports::FigureQuestion& question, std::string_view measureName,
                                std::string_view value) {
    if (!caller.may(DocumentAccess::kReadAll)) {
        return {};
    }
    figures::PageLink link{"/incoming"};
    link.with("kept", "1").with("arrivedFrom", question.from.toString()).with("arrivedTo", question.until.toString());
    link.with("register", question.registerCode).withList("unit", question.unitIds);
    if (const auto parameter = parameterOf(measureName); !parameter.empty()) {
        link.with(parameter, value);
    } else if (measureName.starts_with(measure::kTimePrefix)) {
        const auto status = measureName.substr(measure::kTimePrefix.size());
        link.with("reached", status == "registered" ? std::string_view{} : status);  // every document in the list is registered
    }
    return link.text();
}

}  // namespace congvu::incoming
