// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "search/domain/SearchHit.h"

#include "congvu/db/Tx.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::core {

/// All SQL of the queue and of the documents table; the index itself is the engine's.
class SearchRepository {
public:
    void enqueue(db::Tx& tx, const QueuedDocument& queued) const;
    /// Oldest first, at most `limit`.
    [[nodiscard]] std::vector<QueuedDocument> queued(db::Reader& reader, std::int64_t limit) const;
    /// False when it was taken out already.
    [[nodiscard]] bool dequeue(db::Tx& tx, std::string_view queueId) const;

    [[nodiscard]] std::optional<IndexedDocument> find(db::Reader& reader, const EntityRef& entity) const;
    void insert(db::Tx& tx, const IndexedDocument& document) const;
    void remove(db::Tx& tx, std::int64_t order) const;
    /// Reserves orders of arrival for so many new documents and gives the first.
    [[nodiscard]] std::int64_t takeArrivals(db::Tx& tx, std::int64_t count) const;
};

}  // namespace congvu::core
