// SPDX-License-Identifier: Apache-2.0
#include "mandates/domain/MandateBook.h"

#include <utility>

namespace congvu::core {

namespace {

template <class Item>
std::vector<const Item*> itemsAt(const std::vector<Item>& items, const StringMap<std::vector<std::size_t>>& index, std::string_view key) {
    std::vector<const Item*> found;
    if (const auto numbers = index.find(key); numbers != index.end()) {
        for (const auto number : numbers->second) {
            found.push_back(&items[number]);
        }
    }
    return found;
}

}  // namespace

MandateBook::MandateBook(std::int64_t revision, std::vector<Absence> absences, std::vector<Mandate> mandates)
    : revision_(revision), absences_(std::move(absences)), mandates_(std::move(mandates)) {
    for (std::size_t number = 0; number < mandates_.size(); ++number) {
        byId_.emplace(mandates_[number].id, number);
        byGiver_[mandates_[number].giverPostId].push_back(number);
        bySubstitute_[mandates_[number].substitutePostId].push_back(number);
    }
    for (std::size_t number = 0; number < absences_.size(); ++number) {
        absencesByPost_[absences_[number].postId].push_back(number);
    }
}

const Mandate* MandateBook::find(std::string_view id) const {
    const auto found = byId_.find(id);
    return found == byId_.end() ? nullptr : &mandates_[found->second];
}

std::vector<const Mandate*> MandateBook::givenBy(std::string_view postId) const {
    return itemsAt(mandates_, byGiver_, postId);
}

std::vector<const Mandate*> MandateBook::givenTo(std::string_view postId) const {
    return itemsAt(mandates_, bySubstitute_, postId);
}

std::vector<const Absence*> MandateBook::absencesOf(std::string_view postId) const {
    return itemsAt(absences_, absencesByPost_, postId);
}

bool MandateBook::isAbsent(std::string_view postId, Date day) const {
    const auto absences = absencesOf(postId);
    return std::any_of(absences.begin(), absences.end(), [&](const Absence* absence) { return absence->days.holds(day); });
}

}  // namespace congvu::core
