// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/DirectoryService.h"
#include "search/storage/SearchEngine.h"
#include "search/storage/SearchRepository.h"

#include "congvu/db/Db.h"
#include "congvu/jobs/Jobs.h"
#include "congvu/search/SearchIndex.h"

#include <atomic>
#include <memory>
#include <mutex>
#include <string_view>

namespace congvu::core {

/// The common search. Putting a document costs its transaction one row; the index is written in batches right after the commit.
class SearchService final : public search::SearchIndex {
public:
    SearchService(db::Db& db, const DirectoryService& directory);
    void start(jobs::Jobs& jobs) { jobs_.store(&jobs); }

    void put(db::Tx& tx, const search::SearchDocument& document) override;
    void remove(db::Tx& tx, const EntityRef& entity) override;

    /// Job: indexes everything that waits; how many rows of the queue it has worked off.
    int indexWaiting();

    /// Newest first; nothing of plugins that are off for the caller's unit.
    [[nodiscard]] db::Page<SearchHit> find(const http::Caller& caller, std::string_view typed, std::string_view plugin,
                                           std::string_view type, const db::PageRequest& page) const;

private:
    void wake();
    void indexBatch(const std::vector<QueuedDocument>& batch);
    void indexOne(db::Tx& tx, const QueuedDocument& queued, const IndexedDocument& prepared, std::int64_t arrival);

    db::Db& db_;
    const DirectoryService& directory_;
    SearchRepository repository_;
    std::unique_ptr<SearchEngine> engine_;
    std::atomic<jobs::Jobs*> jobs_{nullptr};
    std::atomic<bool> isScheduled_{false};
    std::mutex indexing_;  ///< one thread works the queue off, in its order
};

}  // namespace congvu::core
