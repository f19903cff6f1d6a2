// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// A rule of an agency about number and symbol, in force from a day on until a newer one of the same scope. Issuer and unit abbreviations
/// are fixed by the head of the agency (Decree 30/2020, App. I, II.3), so they are data and not code.
struct SymbolRule {
    std::string id;
    std::string agencyId;
    std::string appliesTo;  ///< "named" (types with an abbreviation), "letter" (official and public letters), "copy", or one type: "QĐ"
    std::string pattern;    ///< see SymbolGrammar
    std::string issuer;     ///< abbreviation that the symbol carries
    Date effectiveFrom;
    std::string note;  ///< the decision it rests on
    std::string createdByName;
    Timestamp createdAt;
};

inline constexpr std::string_view kNamedTypes = "named";
inline constexpr std::string_view kLetters = "letter";
inline constexpr std::string_view kCopies = "copy";

/// The scopes under which a document's rule is looked for, the narrowest first. An empty abbreviation is an official or public letter.
std::vector<std::string> scopesOf(std::string_view typeAbbreviation);

/// The rule for a document of that type on its date of issue: of the narrowest scope that has one by then, the newest. Nothing when the
/// agency has none yet.
std::optional<SymbolRule> ruleInForce(const std::vector<SymbolRule>& rules, std::string_view typeAbbreviation, Date documentDate);

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::SymbolRule> {
    static auto fields() {
        using Rule = congvu::outgoing::SymbolRule;
        return std::tuple{field("id", &Rule::id),
                          field("appliesTo", &Rule::appliesTo),
                          field("pattern", &Rule::pattern),
                          field("issuer", &Rule::issuer),
                          field("effectiveFrom", &Rule::effectiveFrom),
                          field("note", &Rule::note),
                          field("createdByName", &Rule::createdByName),
                          field("createdAt", &Rule::createdAt)};
    }
};
