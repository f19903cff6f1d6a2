// SPDX-License-Identifier: Apache-2.0
#include "search/service/SearchService.h"

#include "search/service/AccessTerms.h"
#include "shared/storage/CursorNumber.h"

#include "congvu/text/Text.h"

#include <algorithm>

namespace congvu::core {

namespace {

constexpr std::int64_t kRowsAtOnce = 100;
constexpr std::size_t kBytesAtOnce = 512 * 1024;  ///< bounds how long one batch holds the writer
constexpr std::size_t kLargestText = 200'000;
constexpr std::size_t kExcerpt = 2'000;

/// The first characters of a text, never half of one.
std::string_view beginning(std::string_view text, std::size_t bytes) {
    if (text.size() <= bytes) {
        return text;
    }
    while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80U) {
        --bytes;
    }
    return text.substr(0, bytes);
}

/// Folding and hashing happen here, before the writer is asked for.
IndexedDocument prepare(const QueuedDocument& queued) {
    IndexedDocument prepared;
    prepared.document = queued.document;
    prepared.excerpt = beginning(queued.document.text, kExcerpt);
    prepared.folded = text::fold(queued.document.title + "\n" + queued.document.subtitle + "\n" + queued.document.text);
    for (const auto& token : queued.document.accessTokens) {
        prepared.accessTerms.append(prepared.accessTerms.empty() ? "" : " ").append(accessTermOf(token));
    }
    return prepared;
}

std::int64_t orderOf(Date date, std::int64_t arrival) {
    return (date.sysDays().time_since_epoch().count() * (std::int64_t{1} << 32)) + arrival;
}

}  // namespace

SearchService::SearchService(db::Db& db, const DirectoryService& directory)
    : db_(db), directory_(directory), engine_(db.read([](db::Reader& reader) { return SearchEngine::of(reader); })) {}

void SearchService::put(db::Tx& tx, const search::SearchDocument& document) {
    QueuedDocument queued{newId(), false, document};
    queued.document.text = beginning(document.text, kLargestText);
    repository_.enqueue(tx, queued);
    tx.afterCommit([this] { wake(); });
}

void SearchService::remove(db::Tx& tx, const EntityRef& entity) {
    QueuedDocument queued{newId(), true, {}};
    queued.document.entity = entity;
    repository_.enqueue(tx, queued);
    tx.afterCommit([this] { wake(); });
}

void SearchService::wake() {
    auto* jobs = jobs_.load();
    if (jobs != nullptr && !isScheduled_.exchange(true)) {
        jobs->runSoon([this] {
            isScheduled_.store(false);
            indexWaiting();
        });
    }
}

int SearchService::indexWaiting() {
    const std::lock_guard lock(indexing_);
    int done = 0;
    for (;;) {
        auto waiting = db_.read([&](db::Reader& reader) { return repository_.queued(reader, kRowsAtOnce); });
        if (waiting.empty()) {
            return done;
        }
        std::size_t bytes = 0;
        std::size_t count = 0;
        while (count < waiting.size() && (count == 0 || bytes < kBytesAtOnce)) {
            bytes += waiting[count++].document.text.size();
        }
        waiting.resize(count);
        indexBatch(waiting);
        done += static_cast<int>(count);
    }
}

void SearchService::indexBatch(const std::vector<QueuedDocument>& batch) {
    std::vector<IndexedDocument> prepared;
    prepared.reserve(batch.size());
    for (const auto& queued : batch) {
        prepared.push_back(queued.removes ? IndexedDocument{} : prepare(queued));
    }
    db_.write([&](db::Tx& tx) {
        // All at once and first: this statement makes FTS5 write out what it has gathered, and a segment for each document is dear.
        auto arrival = repository_.takeArrivals(tx, static_cast<std::int64_t>(batch.size()));
        for (std::size_t index = 0; index < batch.size(); ++index, ++arrival) {
            if (repository_.dequeue(tx, batch[index].queueId)) {
                indexOne(tx, batch[index], prepared[index], arrival);
            }
        }
    });
}

void SearchService::indexOne(db::Tx& tx, const QueuedDocument& queued, const IndexedDocument& prepared, std::int64_t arrival) {
    const auto known = repository_.find(tx, queued.document.entity);
    if (known) {
        engine_->remove(tx, *known);
        repository_.remove(tx, known->order);
    }
    if (queued.removes) {
        return;
    }
    auto document = prepared;
    const bool keepsPlace = known && known->document.date == document.document.date;
    document.order = keepsPlace ? known->order : orderOf(document.document.date, arrival);
    repository_.insert(tx, document);
    engine_->add(tx, document);
}

db::Page<SearchHit> SearchService::find(const http::Caller& caller, std::string_view typed, std::string_view plugin, std::string_view type,
                                        const db::PageRequest& page) const {
    const auto query = SearchQuery::parse(typed);
    if (query.isEmpty()) {
        return {};
    }
    SearchScope scope{accessTermsOf(caller), directory_.visiblePlugins(caller), std::string{type}};
    if (!plugin.empty()) {
        std::erase_if(scope.plugins, [&](const std::string& id) { return id != plugin; });
    }
    const auto before = page.cursor.empty() ? std::int64_t{1} << 62 : cursorNumber(db::unpackCursor(page.cursor, 1)[0]);
    auto hits = db_.read([&](db::Reader& reader) { return engine_->find(reader, query, scope, before, page.limit + 1); });
    auto result = db::makePage(std::move(hits), page, [](const SearchHit& hit) { return std::vector{std::to_string(hit.order)}; });
    for (auto& hit : result.items) {
        hit.snippet = snippetOf(hit.excerpt, query);
    }
    return result;
}

}  // namespace congvu::core
