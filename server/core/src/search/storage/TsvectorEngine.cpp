// SPDX-License-Identifier: Apache-2.0
#include "search/storage/TsvectorEngine.h"

#include "search/storage/HitRow.h"
#include "shared/storage/Conditions.h"

namespace congvu::core {

namespace {

/// 'uy' & 'ban' <-> 'nhan' & 'da':*
std::string wordsOfQuery(const SearchQuery& query) {
    std::string text;
    for (const auto& part : query.parts) {
        std::string phrase;
        for (const auto& word : part.words) {
            phrase.append(phrase.empty() ? "'" : " <-> '").append(word).append("'");
        }
        text.append(text.empty() ? "(" : " & (").append(phrase).append(part.isBeginning ? ":*)" : ")");
    }
    return text;
}

std::string anyOf(const std::vector<std::string>& terms) {
    std::string text;
    for (const auto& term : terms) {
        text.append(text.empty() ? "" : " | ").append(term);
    }
    return text;
}

}  // namespace

void TsvectorEngine::add(db::Tx& tx, const IndexedDocument& document) const {
    tx.execute(R"(
        INSERT INTO core_search_index (id, folded, access_terms) VALUES ($1, to_tsvector('simple', $2), to_tsvector('simple', $3)))",
               {document.order, document.folded, document.accessTerms});
}

void TsvectorEngine::remove(db::Tx& tx, const IndexedDocument& document) const {
    tx.execute("DELETE FROM core_search_index WHERE id = $1", {document.order});
}

std::vector<SearchHit> TsvectorEngine::find(db::Reader& reader, const SearchQuery& query, const SearchScope& scope, std::int64_t before,
                                            std::int64_t limit) const {
    const auto words = wordsOfQuery(query);
    const auto terms = anyOf(scope.accessTerms);
    Conditions where;
    where.addLiteral("i.folded @@ to_tsquery('simple', " + where.bind(std::string_view{words}) + ")");
    where.addLiteral("i.access_terms @@ to_tsquery('simple', " + where.bind(std::string_view{terms}) + ")");
    where.add("i.id <", before).addIn("d.plugin", scope.plugins).addIfGiven("d.entity_type =", scope.type);
    const auto most = where.bind(limit);
    return reader.list("SELECT " + std::string{kHitColumns} +
                           " FROM core_search_index i JOIN core_search_document d ON d.id = i.id WHERE TRUE" + where.text() +
                           " ORDER BY i.id DESC LIMIT " + most,
                       where.params(), hitFrom);
}

}  // namespace congvu::core
