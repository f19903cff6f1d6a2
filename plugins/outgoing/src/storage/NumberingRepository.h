// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/NumberingDecision.h"
#include "domain/SymbolRule.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// All SQL of outgoing_symbol_rule and outgoing_numbering. Both are small: a few rows for each agency and year.
class NumberingRepository {
public:
    /// Rules of one agency; more than the list shows are refused when they are made.
    static constexpr std::size_t kMostRules = 500;

    /// Newest first.
    [[nodiscard]] std::vector<SymbolRule> rules(db::Reader& reader, std::string_view agencyId) const;
    [[nodiscard]] std::optional<SymbolRule> rule(db::Reader& reader, std::string_view agencyId, std::string_view id) const;
    /// False when the agency has a rule of that scope from that day already.
    [[nodiscard]] bool insertRule(db::Tx& tx, const SymbolRule& rule) const;
    void removeRule(db::Tx& tx, std::string_view id) const;

    /// Newest first.
    [[nodiscard]] std::vector<NumberingDecision> decisions(db::Reader& reader, std::string_view agencyId) const;
    /// Puts the decision in the place of an earlier one for the same year.
    void putDecision(db::Tx& tx, std::string_view agencyId, const NumberingDecision& decision) const;
};

}  // namespace congvu::outgoing
