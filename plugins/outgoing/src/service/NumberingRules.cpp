// SPDX-License-Identifier: Apache-2.0
#include "service/NumberingRules.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/json/Value.h"

#include <algorithm>
#include <array>
#include <set>

namespace congvu::outgoing {

namespace {

constexpr std::array<std::string_view, 3> kScopes{kNamedTypes, kLetters, kCopies};
constexpr std::array<std::int64_t, 3> kSampleNumbers{5, 12, 1482};

EntityRef ruleRef(const SymbolRule& rule) {
    return {"outgoing", "symbol-rule", rule.id};
}

bool isInForceFor(const std::vector<SymbolRule>& rules, const SymbolRule& rule, Date today) {
    return std::ranges::none_of(rules,
                                [&](const SymbolRule& other) {
                                    return other.appliesTo == rule.appliesTo && other.effectiveFrom <= today &&
                                           other.effectiveFrom > rule.effectiveFrom;
                                }) &&
           rule.effectiveFrom <= today;
}

}  // namespace

NumberingView NumberingRules::view(const http::Caller& caller) const {
    NumberingView view;
    services_.db.read([&](db::Reader& reader) {
        view.rules = numbers_.rules.rules(reader, caller.agencyId);
        view.decisions = numbers_.rules.decisions(reader, caller.agencyId);
    });
    for (const auto& rule : view.rules) {
        if (isInForceFor(view.rules, rule, services_.clock.today())) {
            view.inForce.push_back(rule.id);
        }
    }
    const auto agency = services_.directory.unit(caller.agencyId);
    view.issuer = agency ? agency->abbreviation : std::string{};
    view.isByType = services_.settings.boolean("outgoing.number_by_type", caller.agencyId);
    return view;
}

std::vector<std::string> NumberingRules::abbreviations() const {
    std::vector<std::string> all;
    const auto forms = json::Document::parse(services_.forms.listJson());
    for (std::size_t index = 0; index < forms.root().size(); ++index) {
        if (const auto abbreviation = forms.root().element(index).member("abbreviation"); abbreviation && !abbreviation->string().empty()) {
            all.emplace_back(abbreviation->string());
        }
    }
    return all;
}

SymbolRule NumberingRules::ruleOf(const http::Caller& caller, const RuleInput& input) const {
    const auto types = abbreviations();
    const bool isType = std::ranges::find(types, input.appliesTo) != types.end();
    if (!isType && std::ranges::find(kScopes, input.appliesTo) == kScopes.end()) {
        throw AppError::invalidField("/appliesTo", "unknown-choice");
    }
    const auto grammar = SymbolGrammar::of(input.pattern);
    if (input.appliesTo == kLetters && grammar.names(SymbolGrammar::Part::type)) {
        throw AppError::invalidField("/pattern", "outgoing.letter-has-no-type");
    }
    if (input.appliesTo == kNamedTypes && !grammar.names(SymbolGrammar::Part::type)) {
        throw AppError::invalidField("/pattern", "outgoing.named-needs-type");
    }
    const auto agency = services_.directory.unit(caller.agencyId);
    auto issuer = input.issuer.empty() && agency ? agency->abbreviation : input.issuer;
    if (grammar.names(SymbolGrammar::Part::issuer) && !SymbolGrammar::isValue(issuer)) {
        throw AppError::invalidField("/issuer", "outgoing.symbol-value", {{"value", issuer}});
    }
    return {{},
            caller.agencyId,
            input.appliesTo,
            input.pattern,
            std::move(issuer),
            input.effectiveFrom.value_or(services_.clock.today()),
            input.note,
            caller.personName,
            services_.clock.now()};
}

RulePreview NumberingRules::preview(const http::Caller& caller, const RuleInput& input) const {
    const auto rule = ruleOf(caller, input);
    const auto grammar = SymbolGrammar::of(rule.pattern);
    const bool isScope = std::ranges::find(kScopes, rule.appliesTo) != kScopes.end();
    const std::string type = !isScope ? rule.appliesTo : rule.appliesTo == kCopies ? "SY" : "QĐ";
    RulePreview preview;
    for (const auto number : kSampleNumbers) {
        preview.examples.push_back(grammar.build({number, type, rule.issuer, "VP", rule.effectiveFrom.year()}));
    }
    return preview;
}

SymbolRule NumberingRules::add(const http::Caller& caller, const RuleInput& input) {
    auto rule = ruleOf(caller, input);
    if (!input.effectiveFrom) {
        throw AppError::invalidField("/effectiveFrom", "required");
    }
    rule.id = newId();
    services_.db.write([&](db::Tx& tx) {
        if (numbers_.rules.rules(tx, caller.agencyId).size() >= NumberingRepository::kMostRules) {
            throw AppError{ErrorKind::conflict, "outgoing.too-many-rules", {{"max", std::to_string(NumberingRepository::kMostRules)}}};
        }
        if (!numbers_.rules.insertRule(tx, rule)) {
            throw AppError::invalidField("/effectiveFrom", "outgoing.rule-exists", {{"date", rule.effectiveFrom.toDisplay()}});
        }
        services_.audit.record(tx, caller, "outgoing.rule-added", ruleRef(rule), json::toText(rule));
    });
    return rule;
}

void NumberingRules::remove(const http::Caller& caller, std::string_view id) {
    services_.db.write([&](db::Tx& tx) {
        const auto rule = numbers_.rules.rule(tx, caller.agencyId, id);
        if (!rule) {
            throw AppError::notFound();
        }
        if (rule->effectiveFrom <= services_.clock.today()) {
            throw AppError{ErrorKind::conflict, "outgoing.rule-in-force"};
        }
        numbers_.rules.removeRule(tx, id);
        services_.audit.record(tx, caller, "outgoing.rule-removed", ruleRef(*rule), json::toText(*rule));
    });
}

void NumberingRules::checkGroups(const DecisionInput& input) const {
    auto known = abbreviations();
    std::erase_if(known, [](const std::string& type) { return isCopy(type); });
    known.emplace_back(kLetterInGroups);
    if (input.numbering == Numbering::groupsOfTypes && input.groups.empty()) {
        throw AppError::invalidField("/groups", "required");
    }
    std::set<std::string> used;
    for (std::size_t group = 0; group < input.groups.size(); ++group) {
        for (std::size_t index = 0; index < input.groups[group].types.size(); ++index) {
            const auto& type = input.groups[group].types[index];
            const auto pointer = "/groups/" + std::to_string(group) + "/types/" + std::to_string(index);
            if (std::ranges::find(known, type) == known.end()) {
                throw AppError::invalidField(pointer, "outgoing.unknown-type", {{"type", type}});
            }
            if (!used.insert(type).second) {
                throw AppError::invalidField(pointer, "outgoing.type-in-two-groups", {{"type", type}});
            }
        }
    }
}

void NumberingRules::decide(const http::Caller& caller, const DecisionInput& input) {
    checkGroups(input);
    NumberingDecision decision{input.fromYear, input.numbering, input.groups, input.decision, caller.personName, services_.clock.now()};
    if (input.numbering != Numbering::groupsOfTypes) {
        decision.groups.clear();
    }
    const auto copies = numberGroupOf("SY", Numbering::oneSequence);
    services_.db.write([&](db::Tx& tx) {
        // A sequence runs from 1 January to 31 December; a year that has been begun goes on as it began.
        if (numbers_.book.hasNumbersFrom(tx, caller.agencyId, input.fromYear, copies)) {
            throw AppError::invalidField("/fromYear", "outgoing.numbers-given", {{"year", std::to_string(input.fromYear)}});
        }
        numbers_.rules.putDecision(tx, caller.agencyId, decision);
        services_.audit.record(tx, caller, "outgoing.numbering-decided", {"outgoing", "numbering", caller.agencyId},
                               json::toText(decision));
    });
}

}  // namespace congvu::outgoing
