// SPDX-License-Identifier: Apache-2.0
#include "search/storage/Fts5Engine.h"

#include "search/storage/HitRow.h"
#include "shared/storage/Conditions.h"

namespace congvu::core {

namespace {

/// Words hold letters and figures only, so the quotes cannot be broken out of.
std::string phraseOf(const SearchQuery::Part& part) {
    std::string text = "\"";
    for (const auto& word : part.words) {
        text.append(text.size() > 1 ? " " : "").append(word);
    }
    return text + (part.isBeginning ? "\" *" : "\"");
}

/// folded : ("uy" AND "ban" *) AND access_terms : ("a1…" OR "a2…")
std::string matchOf(const SearchQuery& query, const SearchScope& scope) {
    std::string words;
    for (const auto& part : query.parts) {
        words.append(words.empty() ? "" : " AND ").append(phraseOf(part));
    }
    std::string terms;
    for (const auto& term : scope.accessTerms) {
        terms.append(terms.empty() ? "\"" : " OR \"").append(term).append("\"");
    }
    return "folded : (" + words + ") AND access_terms : (" + terms + ")";
}

}  // namespace

void Fts5Engine::add(db::Tx& tx, const IndexedDocument& document) const {
    tx.execute("INSERT INTO core_search_index (rowid, folded, access_terms) VALUES ($1, $2, $3)",
               {document.order, document.folded, document.accessTerms});
}

void Fts5Engine::remove(db::Tx& tx, const IndexedDocument& document) const {
    tx.execute("INSERT INTO core_search_index (core_search_index, rowid, folded, access_terms) VALUES ('delete', $1, $2, $3)",
               {document.order, document.folded, document.accessTerms});
}

std::vector<SearchHit> Fts5Engine::find(db::Reader& reader, const SearchQuery& query, const SearchScope& scope, std::int64_t before,
                                        std::int64_t limit) const {
    const auto match = matchOf(query, scope);
    Conditions where;
    where.add("core_search_index MATCH", match).add("core_search_index.rowid <", before).addIn("d.plugin", scope.plugins);
    where.addIfGiven("d.entity_type =", scope.type);
    const auto most = where.bind(limit);
    return reader.list("SELECT " + std::string{kHitColumns} +
                           " FROM core_search_index JOIN core_search_document d ON d.id = core_search_index.rowid "
                           "WHERE TRUE" +
                           where.text() + " ORDER BY core_search_index.rowid DESC LIMIT " + most,
                       where.params(), hitFrom);
}

}  // namespace congvu::core
