// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lists/domain/SavedSearch.h"

#include "congvu/db/Tx.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// All SQL of what a person has arranged for lists.
class SavedSearchRepository {
public:
    /// In the person's order, at most 50; of one list, or (empty) of all.
    [[nodiscard]] std::vector<SavedSearch> ofPerson(db::Reader& reader, std::string_view personId, std::string_view list) const;
    [[nodiscard]] std::optional<SavedSearch> find(db::Reader& reader, std::string_view personId, std::string_view id) const;
    /// Behind all others. False when the person has one of that name for the list.
    [[nodiscard]] bool insert(db::Tx& tx, std::string_view personId, const SavedSearch& search, Timestamp at) const;
    /// False when the person has another one of that name for the list.
    [[nodiscard]] bool rename(db::Tx& tx, std::string_view personId, const SavedSearch& search) const;
    void setPlace(db::Tx& tx, std::string_view personId, std::string_view id, std::int64_t place) const;
    void remove(db::Tx& tx, std::string_view personId, std::string_view id) const;

    /// The chosen columns of a list; nothing when there is no choice.
    [[nodiscard]] std::vector<std::string> columns(db::Reader& reader, std::string_view personId, std::string_view list) const;
    /// An empty list takes the choice back.
    void setColumns(db::Tx& tx, std::string_view personId, std::string_view list, const std::vector<std::string>& keys) const;
};

}  // namespace congvu::core
