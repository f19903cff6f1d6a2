// SPDX-License-Identifier: Apache-2.0
#include "service/Numbers.h"

#include "congvu/error/AppError.h"
#include "domain/FormFields.h"
#include "domain/NumberSymbol.h"
#include "domain/NumberingDecision.h"

namespace congvu::outgoing {

namespace {

/// Any number serves to read a symbol that has none yet.
constexpr std::int64_t kAnyNumber = 10;

SymbolValues valuesOf(const SymbolRule& rule, std::string_view typeAbbreviation, std::string_view unit, int year) {
    return {kAnyNumber, std::string{typeAbbreviation}, rule.issuer, std::string{unit}, year};
}

}  // namespace

void Numbers::give(db::Tx& tx, OutgoingDocument& document, Date date, std::optional<std::int64_t> reserved) const {
    checkSymbol(tx, document, date);
    const auto sequence = sequenceOf(tx, document.agencyId, document.typeAbbreviation, date.year());
    const EntityRef entity{"outgoing", "document", document.id};
    document.number = reserved ? *reserved : services_.registers.next(tx, sequence, entity);
    document.numberGroup = sequence.group;
    document.documentDate = date;
    document.symbol = textMember(document.fields.text, "symbol");
    document.numberAndSymbol = numberAndSymbol(*document.number, document.symbol);
    const NumberEntry used{
        sequence.year,        sequence.group, *document.number, "used", document.numberAndSymbol, document.id, date, {}, {},
        services_.clock.now()};
    if (!reserved) {
        book.insert(tx, document.agencyId, used);
    } else if (!book.useReserved(tx, document.agencyId, used)) {
        throw AppError::invalidField("/reservedNumber", "outgoing.number-not-reserved", {{"number", displayNumber(*reserved)}});
    } else {
        services_.registers.use(tx, sequence, *reserved, entity);
    }
    if (book.isOfAnother(tx, document.agencyId, used)) {
        // Decree 30/2020, Art. 15: number and symbol together are one document's alone within the year.
        throw AppError{ErrorKind::conflict, "outgoing.symbol-taken", {{"number", document.numberAndSymbol}}};
    }
}

void Numbers::cancel(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& document, std::string_view reason) const {
    const registers::Sequence sequence{document.agencyId, "outgoing", document.documentDate.value().year(), document.numberGroup};
    services_.registers.cancel(tx, sequence, document.number.value(), reason);
    if (!book.cancel(tx, sequence, document.number.value(), "used", reason, caller.personName, services_.clock.now())) {
        throw AppError{ErrorKind::conflict, "outgoing.not-now"};
    }
}

void Numbers::checkSymbol(db::Reader& reader, const OutgoingDocument& document, Date date) const {
    const auto rule = ruleInForce(rules.rules(reader, document.agencyId), document.typeAbbreviation, date);
    if (!rule) {
        return;
    }
    const auto symbol = textMember(document.fields.text, "symbol");
    const auto grammar = SymbolGrammar::of(rule->pattern);
    const auto read = grammar.parse(numberAndSymbol(kAnyNumber, symbol));
    // Whatever unit or field of work it names, the rest must be as the rule builds it.
    if (read && grammar.buildTail(*read) == grammar.buildTail(valuesOf(*rule, document.typeAbbreviation, read->unit, date.year()))) {
        return;
    }
    throw AppError{ErrorKind::conflict,
                   "outgoing.symbol-not-in-force",
                   {{"symbol", symbol},
                    {"expected", symbolOfTail(grammar.buildTail(valuesOf(*rule, document.typeAbbreviation, "…", date.year())))},
                    {"date", date.toDisplay()}}};
}

std::string Numbers::symbolFor(db::Reader& reader, const directory::UnitInfo& agency, std::string_view typeAbbreviation,
                               std::string_view unitAbbreviation, Date date) const {
    const auto rule = ruleInForce(rules.rules(reader, agency.id), typeAbbreviation, date);
    if (!rule) {
        return symbolOf(typeAbbreviation, agency.abbreviation, unitAbbreviation);
    }
    const auto grammar = SymbolGrammar::of(rule->pattern);
    if (grammar.names(SymbolGrammar::Part::unit) && !SymbolGrammar::isValue(unitAbbreviation)) {
        return {};
    }
    return symbolOfTail(grammar.buildTail(valuesOf(*rule, typeAbbreviation, unitAbbreviation, date.year())));
}

registers::Sequence Numbers::sequenceOf(db::Reader& reader, const std::string& agencyId, std::string_view typeAbbreviation,
                                        int year) const {
    const auto decision = decisionFor(rules.decisions(reader, agencyId), year);
    if (decision) {
        return {agencyId, "outgoing", year, numberGroupOf(*decision, typeAbbreviation)};
    }
    const bool isByType = services_.settings.boolean("outgoing.number_by_type", agencyId);
    return {agencyId, "outgoing", year, numberGroupOf(typeAbbreviation, isByType ? Numbering::sequenceOfEachType : Numbering::oneSequence)};
}

}  // namespace congvu::outgoing
