// SPDX-License-Identifier: Apache-2.0
#include "domain/NumberingDecision.h"

#include <algorithm>

namespace congvu::outgoing {

namespace {

std::string joinedTypes(const TypeGroup& group) {
    std::string joined;
    for (const auto& type : group.types) {
        joined += (joined.empty() ? "" : ", ") + type;
    }
    return joined;
}

}  // namespace

std::optional<NumberingDecision> decisionFor(const std::vector<NumberingDecision>& decisions, int year) {
    const NumberingDecision* newest = nullptr;
    for (const auto& decision : decisions) {
        if (decision.fromYear <= year && (newest == nullptr || decision.fromYear > newest->fromYear)) {
            newest = &decision;
        }
    }
    return newest == nullptr ? std::nullopt : std::optional{*newest};
}

std::string numberGroupOf(const NumberingDecision& decision, std::string_view typeAbbreviation) {
    if (decision.numbering != Numbering::groupsOfTypes || isCopy(typeAbbreviation)) {
        return numberGroupOf(typeAbbreviation, decision.numbering);
    }
    const auto name = typeAbbreviation.empty() ? kLetterInGroups : typeAbbreviation;
    const auto own = std::ranges::find_if(
        decision.groups, [&](const TypeGroup& group) { return std::ranges::find(group.types, name) != group.types.end(); });
    return own == decision.groups.end() ? std::string{} : joinedTypes(*own);
}

}  // namespace congvu::outgoing
