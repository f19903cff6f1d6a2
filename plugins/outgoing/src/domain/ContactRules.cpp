// SPDX-License-Identifier: Apache-2.0
#include "domain/ContactRules.h"

#include "congvu/mail/Address.h"

#include <algorithm>

namespace congvu::outgoing {

namespace {

constexpr std::size_t kLongestOrganId = 35;

bool isDigitOfCode(char letter) {
    return letter >= '0' && letter <= '9';
}

bool isCapitalOfCode(char letter) {
    return letter >= 'A' && letter <= 'Z';
}

bool isCodeGroup(std::string_view group) {
    return !group.empty() && std::ranges::all_of(group, [](char letter) { return isDigitOfCode(letter) || isCapitalOfCode(letter); });
}

/// The first group: that of a state agency is a letter and two digits.
bool isFirstGroup(std::string_view group) {
    const bool isOfState = !group.empty() && group.front() >= 'A' && group.front() <= 'Y';
    return !isOfState || (group.size() == 3 && isDigitOfCode(group[1]) && isDigitOfCode(group[2]));
}

}  // namespace

bool isOrganId(std::string_view text) {
    if (text.empty() || text.size() > kLongestOrganId || !isFirstGroup(text.substr(0, text.find('.')))) {
        return false;
    }
    while (true) {
        const auto dot = text.find('.');
        if (!isCodeGroup(text.substr(0, dot))) {
            return false;
        }
        if (dot == std::string_view::npos) {
            return true;
        }
        text.remove_prefix(dot + 1);
    }
}

ContactStanding standingOf(const ContactFacts& facts, Date today) {
    if (facts.validFrom && today < *facts.validFrom) {
        return ContactStanding::future;
    }
    return facts.validUntil && today > *facts.validUntil ? ContactStanding::closed : ContactStanding::open;
}

std::vector<FieldError> contactProblems(const ContactFacts& facts) {
    std::vector<FieldError> problems;
    if (!facts.organId.empty() && !isOrganId(facts.organId)) {
        problems.push_back({"/organId", "outgoing.bad-organ-id", {}});
    }
    if (!facts.email.empty() && !mail::isAddress(facts.email)) {
        problems.push_back({"/email", "bad-mail-address", {}});
    }
    if (facts.validFrom && facts.validUntil && *facts.validUntil < *facts.validFrom) {
        problems.push_back({"/validUntil", "outgoing.contact-days", {{"date", facts.validFrom->toDisplay()}}});
    }
    if (facts.successorId && !facts.validUntil) {
        // Who was merged has a last day; without one, documents would go to both.
        problems.push_back({"/validUntil", "outgoing.successor-needs-day", {}});
    }
    return problems;
}

}  // namespace congvu::outgoing
