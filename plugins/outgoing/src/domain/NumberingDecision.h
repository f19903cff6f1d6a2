// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "domain/NumberSymbol.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::outgoing {

/// Types that share one sequence; an official letter is called "CV".
struct TypeGroup {
    std::vector<std::string> types;
};

/// What the head of an agency has decided about numbering from a year on (Decree 30/2020, Art. 15): one sequence for all documents, one for
/// each type, or one for each of some groups of types while all others share the common one.
struct NumberingDecision {
    std::int64_t fromYear = 0;
    Numbering numbering = Numbering::oneSequence;
    std::vector<TypeGroup> groups;
    std::string decision;  ///< number and symbol of the written decision
    std::string createdByName;
    Timestamp createdAt;
};

/// What an official or a public letter, which has no abbreviation, is called in a group.
inline constexpr std::string_view kLetterInGroups = "CV";

/// The decision in force in a year: the newest that begins then or before.
std::optional<NumberingDecision> decisionFor(const std::vector<NumberingDecision>& decisions, int year);

/// The sequence of a type in a year under a decision: empty for the common one, else the names of its types. Copies always have their own.
std::string numberGroupOf(const NumberingDecision& decision, std::string_view typeAbbreviation);

}  // namespace congvu::outgoing

template <>
struct congvu::json::EnumNames<congvu::outgoing::Numbering> {
    using Numbering = congvu::outgoing::Numbering;
    static constexpr std::array values{std::pair{Numbering::oneSequence, std::string_view{"one"}},
                                       std::pair{Numbering::sequenceOfEachType, std::string_view{"each-type"}},
                                       std::pair{Numbering::groupsOfTypes, std::string_view{"groups"}}};
};
template <>
struct congvu::json::Description<congvu::outgoing::TypeGroup> {
    static auto fields() { return std::tuple{field("types", &congvu::outgoing::TypeGroup::types).required().maxLength(40)}; }
};
template <>
struct congvu::json::Description<congvu::outgoing::NumberingDecision> {
    static auto fields() {
        using Decision = congvu::outgoing::NumberingDecision;
        return std::tuple{field("fromYear", &Decision::fromYear),
                          field("numbering", &Decision::numbering),
                          field("groups", &Decision::groups),
                          field("decision", &Decision::decision),
                          field("createdByName", &Decision::createdByName),
                          field("createdAt", &Decision::createdAt)};
    }
};
