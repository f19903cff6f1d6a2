// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "mandates/domain/Mandate.h"
#include "shared/domain/StringMap.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace congvu::core {

/// One immutable state of the absences and mandates that are not over or withdrawn. Pointers live as long as the book.
class MandateBook {
public:
    MandateBook() = default;
    MandateBook(std::int64_t revision, std::vector<Absence> absences, std::vector<Mandate> mandates);

    [[nodiscard]] std::int64_t revision() const { return revision_; }
    [[nodiscard]] const std::vector<Mandate>& mandates() const { return mandates_; }
    [[nodiscard]] const Mandate* find(std::string_view id) const;
    [[nodiscard]] std::vector<const Mandate*> givenBy(std::string_view postId) const;
    [[nodiscard]] std::vector<const Mandate*> givenTo(std::string_view postId) const;
    [[nodiscard]] std::vector<const Absence*> absencesOf(std::string_view postId) const;
    [[nodiscard]] bool isAbsent(std::string_view postId, Date day) const;

private:
    std::int64_t revision_ = 0;
    std::vector<Absence> absences_;
    std::vector<Mandate> mandates_;
    StringMap<std::size_t> byId_;
    StringMap<std::vector<std::size_t>> byGiver_;
    StringMap<std::vector<std::size_t>> bySubstitute_;
    StringMap<std::vector<std::size_t>> absencesByPost_;
};

}  // namespace congvu::core
