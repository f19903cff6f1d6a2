// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Caller.h"
#include "congvu/json/Description.h"
#include "domain/NumberingDecision.h"
#include "domain/SymbolRule.h"
#include "service/Numbers.h"
#include "service/Services.h"

#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::outgoing {

/// A rule as it is made or tried.
struct RuleInput {
    std::string appliesTo;
    std::string pattern;
    std::string issuer;  ///< empty: the agency's abbreviation
    std::optional<Date> effectiveFrom;
    std::string note;
};

/// What a rule would write.
struct RulePreview {
    std::vector<std::string> examples;
};

/// A decision about sequences as it is made.
struct DecisionInput {
    std::int64_t fromYear = 0;
    Numbering numbering = Numbering::oneSequence;
    std::vector<TypeGroup> groups;
    std::string decision;
};

/// What the page of rules shows.
struct NumberingView {
    std::vector<SymbolRule> rules;
    std::vector<std::string> inForce;  ///< ids of the rules that count today
    std::vector<NumberingDecision> decisions;
    std::string issuer;     ///< the agency's abbreviation
    bool isByType = false;  ///< the setting that counts before the first decision
};

/// The agency's rules of number and symbol and its decisions about sequences: data with the day or year they count from. What counts
/// already is replaced by something newer and never changed.
class NumberingRules {
public:
    NumberingRules(const Services& services, const Numbers& numbers) : services_(services), numbers_(numbers) {}

    [[nodiscard]] NumberingView view(const http::Caller& caller) const;
    /// AppError invalid with the cause; nothing is kept.
    [[nodiscard]] RulePreview preview(const http::Caller& caller, const RuleInput& input) const;
    SymbolRule add(const http::Caller& caller, const RuleInput& input);
    /// Takes back a rule that is not in force yet; AppError conflict "outgoing.rule-in-force" for any other.
    void remove(const http::Caller& caller, std::string_view id);
    /// AppError conflict "outgoing.numbers-given" when the register of that year or a later one has been begun.
    void decide(const http::Caller& caller, const DecisionInput& input);

private:
    /// The rule of the input, checked as a whole.
    [[nodiscard]] SymbolRule ruleOf(const http::Caller& caller, const RuleInput& input) const;
    [[nodiscard]] std::vector<std::string> abbreviations() const;
    void checkGroups(const DecisionInput& input) const;

    Services services_;
    const Numbers& numbers_;
};

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::RuleInput> {
    static auto fields() {
        using Input = congvu::outgoing::RuleInput;
        return std::tuple{field("appliesTo", &Input::appliesTo).required().maxLength(20),
                          field("pattern", &Input::pattern).required().maxLength(80), field("issuer", &Input::issuer).maxLength(20),
                          field("effectiveFrom", &Input::effectiveFrom), field("note", &Input::note).maxLength(500)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::RulePreview> {
    static auto fields() { return std::tuple{field("examples", &congvu::outgoing::RulePreview::examples)}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::DecisionInput> {
    static auto fields() {
        using Input = congvu::outgoing::DecisionInput;
        return std::tuple{field("fromYear", &Input::fromYear).required().range(2000, 2200),
                          field("numbering", &Input::numbering).required(), field("groups", &Input::groups).maxLength(20),
                          field("decision", &Input::decision).maxLength(200)};
    }
};
template <>
struct congvu::json::Description<congvu::outgoing::NumberingView> {
    static auto fields() {
        using View = congvu::outgoing::NumberingView;
        return std::tuple{field("rules", &View::rules), field("inForce", &View::inForce), field("decisions", &View::decisions),
                          field("issuer", &View::issuer), field("isByType", &View::isByType)};
    }
};
