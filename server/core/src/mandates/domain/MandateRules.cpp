// SPDX-License-Identifier: Apache-2.0
#include "mandates/domain/MandateRules.h"

#include <algorithm>
#include <set>
#include <string>

namespace congvu::core {

namespace {

bool sharesAct(const Mandate& left, const Mandate& right) {
    return std::any_of(left.acts.begin(), left.acts.end(), [&](mandates::Act act) { return right.has(act); });
}

/// Subtrees of one tree meet only when one holds the other's top.
bool unitsMeet(const Mandate& left, const Mandate& right, const PostFacts& posts) {
    if (left.unitIds.empty() || right.unitIds.empty()) {
        return true;
    }
    return std::any_of(left.unitIds.begin(), left.unitIds.end(), [&](const std::string& one) {
        return std::any_of(right.unitIds.begin(), right.unitIds.end(),
                           [&](const std::string& other) { return posts.isInside(one, other) || posts.isInside(other, one); });
    });
}

bool typesMeet(const Mandate& left, const Mandate& right) {
    if (left.documentTypes.empty() || right.documentTypes.empty()) {
        return true;
    }
    return std::find_first_of(left.documentTypes.begin(), left.documentTypes.end(), right.documentTypes.begin(),
                              right.documentTypes.end()) != left.documentTypes.end();
}

/// Does this act go round to the giver that day, from substitute to substitute?
bool comesBack(const Mandate& wanted, mandates::Act act, Date day, const MandateBook& book) {
    std::set<std::string, std::less<>> seen{wanted.substitutePostId};
    std::vector<std::string> queue{wanted.substitutePostId};
    while (!queue.empty()) {
        const auto post = std::move(queue.back());
        queue.pop_back();
        for (const auto* next : book.givenBy(post)) {
            if (!next->has(act) || !next->days.holds(day)) {
                continue;
            }
            if (next->substitutePostId == wanted.giverPostId) {
                return true;
            }
            if (seen.insert(next->substitutePostId).second) {
                queue.push_back(next->substitutePostId);
            }
        }
    }
    return false;
}

/// A loop that exists on some day exists on the first day of one of its mandates.
bool closesCycle(const Mandate& wanted, const MandateBook& book) {
    std::set<Date> days{wanted.days.from};
    for (const auto& other : book.mandates()) {
        if (wanted.days.holds(other.days.from)) {
            days.insert(other.days.from);
        }
    }
    return std::any_of(days.begin(), days.end(), [&](Date day) {
        return std::any_of(wanted.acts.begin(), wanted.acts.end(), [&](mandates::Act act) { return comesBack(wanted, act, day, book); });
    });
}

bool isAbsentThroughout(const Mandate& wanted, const MandateBook& book) {
    for (auto day = wanted.days.from; day <= wanted.days.until; day = day.plusDays(1)) {
        if (!book.isAbsent(wanted.substitutePostId, day)) {
            return false;
        }
    }
    return true;
}

}  // namespace

bool isInForce(const Mandate& mandate, Timestamp at, const MandateBook& book, const PostFacts& posts) {
    const auto day = dayInVietnam(at);
    return mandate.days.holds(day) && posts.isHeld(mandate.giverPostId, day) && posts.isHeld(mandate.substitutePostId, day) &&
           !book.isAbsent(mandate.substitutePostId, day);
}

bool covers(const Mandate& mandate, mandates::Act act, const mandates::Subject& subject, const PostFacts& posts) {
    const auto isInUnit = [&](const std::string& unitId) { return posts.isInside(subject.unitId, unitId); };
    const bool isUnitCovered = mandate.unitIds.empty() || std::any_of(mandate.unitIds.begin(), mandate.unitIds.end(), isInUnit);
    const auto& types = mandate.documentTypes;
    const bool isTypeCovered = types.empty() || std::find(types.begin(), types.end(), subject.documentType) != types.end();
    return mandate.has(act) && isUnitCovered && isTypeCovered;
}

const Mandate* mandateFor(std::string_view giverPostId, mandates::Act act, const mandates::Subject& subject, Timestamp at,
                          const MandateBook& book, const PostFacts& posts) {
    for (const auto* mandate : book.givenBy(giverPostId)) {
        if (covers(*mandate, act, subject, posts) && isInForce(*mandate, at, book, posts)) {
            return mandate;
        }
    }
    return nullptr;
}

bool overlap(const Mandate& left, const Mandate& right, const PostFacts& posts) {
    return left.giverPostId == right.giverPostId && left.days.meets(right.days) && sharesAct(left, right) &&
           unitsMeet(left, right, posts) && typesMeet(left, right);
}

std::vector<FieldError> conflictsOf(const Mandate& wanted, const MandateBook& book, const PostFacts& posts) {
    const auto person = posts.personOf(wanted.substitutePostId);
    if (wanted.substitutePostId == wanted.giverPostId || person == posts.personOf(wanted.giverPostId)) {
        return {{"/substitutePostId", "core.mandate-to-oneself", {}}};
    }
    std::vector<FieldError> errors;
    const auto given = book.givenBy(wanted.giverPostId);
    if (std::any_of(given.begin(), given.end(), [&](const Mandate* other) { return overlap(wanted, *other, posts); })) {
        errors.push_back({"/from", "core.mandate-overlaps", {}});
    }
    if (closesCycle(wanted, book)) {
        errors.push_back({"/substitutePostId", "core.mandate-cycle", {}});
    }
    if (isAbsentThroughout(wanted, book)) {
        errors.push_back({"/substitutePostId", "core.substitute-absent", {}});
    }
    return errors;
}

}  // namespace congvu::core
