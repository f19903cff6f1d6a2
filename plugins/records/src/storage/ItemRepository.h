// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "domain/Item.h"

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::records {

/// All SQL of records_item.
class ItemRepository {
public:
    /// False when the document is in the dossier already.
    bool insert(db::Tx& tx, const Item& item) const;
    bool setNote(db::Tx& tx, std::string_view dossierId, std::string_view itemId, std::string_view note) const;
    void remove(db::Tx& tx, std::string_view itemId) const;
    /// Writes what the owner of the document says of it now.
    void refresh(db::Tx& tx, const Item& item) const;
    [[nodiscard]] std::optional<Item> find(db::Reader& reader, std::string_view dossierId, std::string_view itemId) const;
    /// In the order of time, each with its place from 1.
    [[nodiscard]] db::Page<std::pair<Item, std::int64_t>> list(db::Reader& reader, std::string_view dossierId,
                                                               const db::PageRequest& request) const;
    /// All of them in the order of time (a dossier holds at most kMostDocuments).
    [[nodiscard]] std::vector<Item> all(db::Reader& reader, std::string_view dossierId) const;
    struct Totals {
        std::int64_t documents = 0;
        std::int64_t pages = 0;
    };
    [[nodiscard]] Totals totals(db::Reader& reader, std::string_view dossierId) const;
};

}  // namespace congvu::records
