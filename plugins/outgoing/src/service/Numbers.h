// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "domain/OutgoingDocument.h"
#include "domain/SymbolGrammar.h"
#include "service/Services.h"
#include "storage/NumberBook.h"
#include "storage/NumberingRepository.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::outgoing {

/// Gives numbers of the register of outgoing documents and takes them back, by the agency's rules in force on the date of the document
/// (Decree 30/2020, Art. 15). Every call is part of the caller's transaction.
class Numbers {
public:
    explicit Numbers(const Services& services) : services_(services) {}

    /// Gives the document the next number of its sequence, or a reserved one: sets number, group, symbol and date. AppError invalid
    /// "/reservedNumber" when that number is not reserved in the sequence, conflict "outgoing.symbol-not-in-force" when the symbol on the
    /// document is not what the rule of that day asks for, conflict "outgoing.symbol-taken" when a document of another sequence of the year
    /// has that number and symbol.
    void give(db::Tx& tx, OutgoingDocument& document, Date date, std::optional<std::int64_t> reserved) const;
    /// The number stays in the register as cancelled and is never given again.
    void cancel(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& document, std::string_view reason) const;

    /// AppError conflict "outgoing.symbol-not-in-force" unless the symbol is what the agency's rule of that day builds; an agency without a
    /// rule decides by itself.
    void checkSymbol(db::Reader& reader, const OutgoingDocument& document, Date date) const;
    /// The symbol that a new document of a type starts with, by the rule of that day or else by Decree 30/2020. Empty, for the drafter to
    /// write, when the rule names the drafting unit and its abbreviation cannot stand in a symbol.
    [[nodiscard]] std::string symbolFor(db::Reader& reader, const directory::UnitInfo& agency, std::string_view typeAbbreviation,
                                        std::string_view unitAbbreviation, Date date) const;
    /// The sequence that numbers of a type come from in a year.
    [[nodiscard]] registers::Sequence sequenceOf(db::Reader& reader, const std::string& agencyId, std::string_view typeAbbreviation,
                                                 int year) const;

    NumberBook book;
    NumberingRepository rules;

private:
    Services services_;
};

}  // namespace congvu::outgoing
