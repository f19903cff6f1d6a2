// SPDX-License-Identifier: Apache-2.0
#include "search/storage/TsvectorEngine.h"

#include "search/storage/HitRow.h"
#include "shared/storage/Conditions.h"

namespace congvu::core {

namespace {

/// PostgreSQL's own limits: a lexeme has less than 2 KB, a vector less than 1 MB.
constexpr std::size_t kLongestWord = 2'000;
constexpr std::size_t kMostBytes = 700'000;

/// 'uy':1 'ban':2 – the words as the query cuts them. PostgreSQL's parser is not asked: it takes "02/kh-ubnd" for one file name.
/// Words hold letters, figures and bytes beyond ASCII only, so the quotes cannot be broken out of.
std::string vectorOf(std::string_view folded) {
    std::string text;
    std::size_t position = 0;
    for (const auto& word : wordsOf(folded)) {
        ++position;
        if (word.size() > kLongestWord) {
            continue;
        }
        if (text.size() + word.size() > kMostBytes) {
            break;
        }
        text.append("'").append(word).append("':").append(std::to_string(position)).append(" ");
    }
    return text;
}

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
        text.append(text.empty() ? "'" : " | '").append(term).append("'");
    }
    return text;
}

}  // namespace

void TsvectorEngine::add(db::Tx& tx, const IndexedDocument& document) const {
    tx.execute(R"(
        INSERT INTO core_search_index (id, folded, access_terms) VALUES ($1, CAST($2 AS TSVECTOR), CAST($3 AS TSVECTOR)))",
               {document.order, vectorOf(document.folded), vectorOf(document.accessTerms)});
}

void TsvectorEngine::remove(db::Tx& tx, const IndexedDocument& document) const {
    tx.execute("DELETE FROM core_search_index WHERE id = $1", {document.order});
}

std::vector<SearchHit> TsvectorEngine::find(db::Reader& reader, const SearchQuery& query, const SearchScope& scope, std::int64_t before,
                                            std::int64_t limit) const {
    const auto words = wordsOfQuery(query);
    const auto terms = anyOf(scope.accessTerms);
    Conditions where;
    where.addLiteral("i.folded @@ CAST(" + where.bind(std::string_view{words}) + " AS TSQUERY)");
    where.addLiteral("i.access_terms @@ CAST(" + where.bind(std::string_view{terms}) + " AS TSQUERY)");
    where.add("i.id <", before).addIn("d.plugin", scope.plugins).addIfGiven("d.entity_type =", scope.type);
    const auto most = where.bind(limit);
    return reader.list("SELECT " + std::string{kHitColumns} +
                           " FROM core_search_index i JOIN core_search_document d ON d.id = i.id WHERE TRUE" + where.text() +
                           " ORDER BY i.id DESC LIMIT " + most,
                       where.params(), hitFrom);
}

}  // namespace congvu::core
