// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/registers/Registers.h"
#include "domain/NumberEntry.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// All SQL of outgoing_number: what the agency's register shows of each number. Who may have which number is the matter of
/// registers::Registers, in the same transaction; a number is written here once and never removed, only what became of it changes.
class NumberBook {
public:
    /// Writes a number that the register has just given.
    void insert(db::Tx& tx, std::string_view agencyId, const NumberEntry& entry) const;
    /// A reserved number goes to a document; false when it is not reserved (any more).
    [[nodiscard]] bool useReserved(db::Tx& tx, std::string_view agencyId, const NumberEntry& used) const;
    /// Marks a number of that status as cancelled; false when it has another one.
    [[nodiscard]] bool cancel(db::Tx& tx, const registers::Sequence& sequence, std::int64_t number, std::string_view status,
                              std::string_view reason, std::string_view byName, Timestamp at) const;

    /// True when another document has this number and symbol in the same year.
    [[nodiscard]] bool isOfAnother(db::Reader& reader, std::string_view agencyId, const NumberEntry& used) const;

    /// Newest number first within each sequence; of a period the newest date first.
    [[nodiscard]] db::Page<NumberEntry> page(db::Reader& reader, std::string_view agencyId, const RegisterFilter& filter,
                                             const db::PageRequest& page) const;
    /// The sequences of a year with their last numbers, at most 100.
    [[nodiscard]] std::vector<NumberSequence> sequences(db::Reader& reader, std::string_view agencyId, int year) const;
    /// True when the agency has given a number of another sequence than \p exceptGroup from that year on.
    [[nodiscard]] bool hasNumbersFrom(db::Reader& reader, std::string_view agencyId, std::int64_t year, std::string_view exceptGroup) const;
    /// What a register prints, oldest number first, with the recipients of each; at most \p limit.
    [[nodiscard]] std::vector<PrintedEntry> printed(db::Reader& reader, std::string_view agencyId, const RegisterFilter& filter,
                                                    std::int64_t limit) const;
};

}  // namespace congvu::outgoing
