// SPDX-License-Identifier: Apache-2.0
#include "service/FigureAnswers.h"

#include "congvu/figures/FigureTally.h"
#include "congvu/figures/PageLink.h"
#include "congvu/json/Value.h"

#include <set>
#include <string>

namespace congvu::outgoing {

namespace {

namespace measure = figures::measure;

/// The common sequence, whose group is empty, as registers and addresses name it.
constexpr std::string_view kCommonGroup = "-";

void tallyIssued(figures::FigureTally& tally, const IssuedFigure& document, const calendar::WorkingTime& time) {
    const auto group = document.numberGroup.empty() ? std::string{kCommonGroup} : document.numberGroup;
    const figures::FigureTally::Place place{document.unitId, group};
    tally.add(measure::kCount, place, "");
    tally.add(measure::kType, place, document.formId);
    tally.add(measure::kChannel, place, document.channel);
    tally.add(measure::kPersonSignature, place, document.personSignature);
    tally.add(measure::kAgencySignature, place, document.agencySignature);
    if (!document.sending.empty()) {
        tally.add(measure::kSending, place, document.sending);
    }
    const auto delivery = deliveryOf(document);
    if (!delivery.empty()) {
        tally.add(measure::kDelivery, place, delivery);
    }
    const auto addTime = [&](std::string_view status, Timestamp from, const std::optional<Timestamp>& until) {
        if (until) {
            tally.addTime(status, place, time.between(from, *until));
        }
    };
    addTime("signed", document.createdAt, document.signedAt);
    addTime("numbered", document.createdAt, document.numberedAt);
    addTime("sealed", document.createdAt, document.sealedAt);
    addTime("issued", document.createdAt, document.issuedAt);
    if (delivery == "received") {
        addTime("received", document.issuedAt, document.lastReceivedAt);
    }
}

/// The parameter of the list that a measure is asked by; empty for those that it does not know.
std::string_view listParameterOf(std::string_view measureName) {
    if (measureName == measure::kType) {
        return "form";
    }
    const bool isSame = measureName == measure::kChannel || measureName == measure::kSending || measureName == measure::kPersonSignature ||
                        measureName == measure::kAgencySignature || measureName == measure::kDelivery;
    return isSame ? measureName : std::string_view{};
}

bool mayList(const http::Caller& caller, const ports::FigureQuestion& question) {
    const bool isOwnUnit = question.unitIds.size() == 1 && question.unitIds.front() == caller.unitId;
    return caller.may("outgoing.read-all") || (isOwnUnit && caller.may("outgoing.read"));
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
        tallyIssued(tally, document, time);
    }
    return tally.cells();
}

std::vector<ports::FigureRegister> FigureAnswers::registers(db::Reader& reader, std::string_view agencyId) {
    const auto year = clock_.today().year();
    std::set<std::string> groups;
    for (const auto& asked : {year - 1, year}) {
        for (const auto& sequence : numbers_.sequences(reader, agencyId, asked)) {
            groups.insert(sequence.group);
        }
    }
    std::vector<ports::FigureRegister> registers;
    registers.reserve(groups.size());
    for (const auto& group : groups) {
        registers.push_back({group.empty() ? std::string{kCommonGroup} : group, group});
    }
    return registers;
}

std::vector<ports::FigureName> FigureAnswers::names(db::Reader& /*reader*/, std::string_view /*agencyId*/, std::string_view locale) {
    const auto list = json::Document::parse(forms_.listJson());
    const auto forms = list.root();
    std::vector<ports::FigureName> names;
    names.reserve(forms.size());
    for (std::size_t index = 0; index < forms.size(); ++index) {
        const auto form = forms.element(index);
        const auto id = form.member("id");
        const auto name = form.member("name");
        const auto text = name ? name->member(locale == "en" ? "en" : "vi") : std::nullopt;
        if (id && text) {
            names.push_back({std::string{measure::kType}, std::string{id->string()}, std::string{text->string()}});
        }
    }
    return names;
}

std::string FigureAnswers::link(const http::Caller& caller, const ports::FigureQuestion& question, std::string_view measureName,
                                std::string_view value) {
    if (!mayList(caller, question)) {
        return {};
    }
    figures::PageLink link{"/outgoing"};
    link.with("tab", "issued").with("issuedFrom", question.from.toString()).with("issuedTo", question.until.toString());
    link.with("group", question.registerCode).withList("unit", question.unitIds);
    if (const auto parameter = listParameterOf(measureName); !parameter.empty()) {
        link.with(parameter, value);
    } else if (measureName.starts_with(measure::kTimePrefix)) {
        const auto status = measureName.substr(measure::kTimePrefix.size());
        if (status == "received") {
            link.with("delivery", "received");
        } else if (status != "issued") {  // every document in the list is issued
            link.with("reached", status);
        }
    }
    return link.text();
}

}  // namespace congvu::outgoing
