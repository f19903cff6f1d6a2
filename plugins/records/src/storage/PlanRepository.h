// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Plan.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::records {

/// All SQL of records_plan, records_heading and records_entry.
class PlanRepository {
public:
    static constexpr std::int64_t kMostHeadings = 500;
    static constexpr std::int64_t kMostEntries = 5'000;

    /// False when the agency has a plan of that year already.
    bool insert(db::Tx& tx, const Plan& plan) const;
    /// Writes state, decision and approval; counts the version up.
    void update(db::Tx& tx, const Plan& plan) const;
    /// Newest year first, at most 100.
    [[nodiscard]] std::vector<Plan> ofAgency(db::Reader& reader, std::string_view agencyId) const;
    [[nodiscard]] std::optional<Plan> find(db::Reader& reader, std::string_view id) const;
    [[nodiscard]] std::optional<Plan> ofYear(db::Reader& reader, std::string_view agencyId, int year) const;

    [[nodiscard]] std::vector<Heading> headings(db::Reader& reader, std::string_view planId) const;
    /// In the order of heading and position.
    [[nodiscard]] std::vector<Entry> entries(db::Reader& reader, std::string_view planId) const;
    /// The heading and the plan it belongs to.
    [[nodiscard]] std::optional<std::pair<Heading, std::string>> heading(db::Reader& reader, std::string_view id) const;
    [[nodiscard]] std::optional<std::pair<Entry, std::string>> entry(db::Reader& reader, std::string_view id) const;

    void insertHeading(db::Tx& tx, std::string_view planId, const Heading& heading) const;
    void updateHeading(db::Tx& tx, const Heading& heading) const;
    /// False when there are headings or entries below it.
    bool removeHeading(db::Tx& tx, std::string_view id) const;
    /// False when the notation is taken in that plan.
    bool insertEntry(db::Tx& tx, std::string_view planId, const Entry& entry) const;
    bool updateEntry(db::Tx& tx, const Entry& entry) const;
    void removeEntry(db::Tx& tx, std::string_view id) const;
    [[nodiscard]] bool isEntryUsed(db::Reader& reader, std::string_view entryId) const;
};

}  // namespace congvu::records
