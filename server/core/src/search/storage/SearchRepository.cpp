// SPDX-License-Identifier: Apache-2.0
#include "search/storage/SearchRepository.h"

namespace congvu::core {

namespace {

constexpr char kBetweenTokens = '\n';

std::string joinedTokens(const std::vector<std::string>& tokens) {
    std::string text;
    for (const auto& token : tokens) {
        text.append(token).push_back(kBetweenTokens);
    }
    return text;
}

std::vector<std::string> split(std::string_view text) {
    std::vector<std::string> tokens;
    while (!text.empty()) {
        const auto end = text.find(kBetweenTokens);
        tokens.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return tokens;
}

}  // namespace

void SearchRepository::enqueue(db::Tx& tx, const QueuedDocument& queued) const {
    const auto& document = queued.document;
    tx.execute(R"(
        INSERT INTO core_search_queue (id, removes, plugin, entity_type, entity_id, agency_id, title, subtitle, body, date_on, link,
                                       access_tokens)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
               {queued.queueId, queued.removes, document.entity.plugin, document.entity.type, document.entity.id, document.agencyId,
                document.title, document.subtitle, document.text, document.date, document.link, joinedTokens(document.accessTokens)});
}

std::vector<QueuedDocument> SearchRepository::queued(db::Reader& reader, std::int64_t limit) const {
    return reader.list(R"(
        SELECT id, removes, plugin, entity_type, entity_id, agency_id, title, subtitle, body, date_on, link, access_tokens
        FROM core_search_queue ORDER BY id LIMIT $1)",
                       {limit}, [](const db::Row& row) {
                           QueuedDocument queued;
                           queued.queueId = row.string(0);
                           queued.removes = row.boolean(1);
                           queued.document.entity = {row.string(2), row.string(3), row.string(4)};
                           queued.document.agencyId = row.string(5);
                           queued.document.title = row.string(6);
                           queued.document.subtitle = row.string(7);
                           queued.document.text = row.string(8);
                           queued.document.date = row.date(9);
                           queued.document.link = row.string(10);
                           queued.document.accessTokens = split(row.text(11));
                           return queued;
                       });
}

bool SearchRepository::dequeue(db::Tx& tx, std::string_view queueId) const {
    return tx.execute("DELETE FROM core_search_queue WHERE id = $1", {queueId}) == 1;
}

std::optional<IndexedDocument> SearchRepository::find(db::Reader& reader, const EntityRef& entity) const {
    return reader.one(R"(
        SELECT id, date_on, folded, access_terms FROM core_search_document WHERE plugin = $1 AND entity_type = $2 AND entity_id = $3)",
                      {entity.plugin, entity.type, entity.id}, [&](const db::Row& row) {
                          IndexedDocument found;
                          found.order = row.integer(0);
                          found.document.entity = entity;
                          found.document.date = row.date(1);
                          found.folded = row.string(2);
                          found.accessTerms = row.string(3);
                          return found;
                      });
}

void SearchRepository::insert(db::Tx& tx, const IndexedDocument& indexed) const {
    const auto& document = indexed.document;
    tx.execute(R"(
        INSERT INTO core_search_document (id, plugin, entity_type, entity_id, agency_id, title, subtitle, date_on, link, excerpt, folded,
                                          access_terms)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12))",
               {indexed.order, document.entity.plugin, document.entity.type, document.entity.id, document.agencyId, document.title,
                document.subtitle, document.date, document.link, indexed.excerpt, indexed.folded, indexed.accessTerms});
}

void SearchRepository::remove(db::Tx& tx, std::int64_t order) const {
    tx.execute("DELETE FROM core_search_document WHERE id = $1", {order});
}

std::int64_t SearchRepository::takeArrivals(db::Tx& tx, std::int64_t count) const {
    const auto last = *tx.one("UPDATE core_search_engine SET last_order = last_order + $1 RETURNING last_order", {count},
                              [](const db::Row& row) { return row.integer(0); });
    return last - count + 1;
}

}  // namespace congvu::core
