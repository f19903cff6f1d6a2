// SPDX-License-Identifier: Apache-2.0
#include "domain/SymbolRule.h"

#include "domain/NumberSymbol.h"

namespace congvu::outgoing {

std::vector<std::string> scopesOf(std::string_view typeAbbreviation) {
    if (typeAbbreviation.empty()) {
        return {std::string{kLetters}};
    }
    return {std::string{typeAbbreviation}, std::string{isCopy(typeAbbreviation) ? kCopies : kNamedTypes}};
}

std::optional<SymbolRule> ruleInForce(const std::vector<SymbolRule>& rules, std::string_view typeAbbreviation, Date documentDate) {
    for (const auto& scope : scopesOf(typeAbbreviation)) {
        const SymbolRule* newest = nullptr;
        for (const auto& rule : rules) {
            const bool counts = rule.appliesTo == scope && rule.effectiveFrom <= documentDate;
            if (counts && (newest == nullptr || rule.effectiveFrom > newest->effectiveFrom)) {
                newest = &rule;
            }
        }
        if (newest != nullptr) {
            return *newest;
        }
    }
    return std::nullopt;
}

}  // namespace congvu::outgoing
