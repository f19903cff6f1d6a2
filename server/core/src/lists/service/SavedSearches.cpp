// SPDX-License-Identifier: Apache-2.0
#include "lists/service/SavedSearches.h"

#include "lists/domain/StoredQuery.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"

#include <algorithm>
#include <iterator>
#include <set>

namespace congvu::core {

namespace {

bool isColumnKey(std::string_view key) {
    constexpr std::string_view kAllowed = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    constexpr std::size_t kLongestKey = 40;
    return !key.empty() && key.size() <= kLongestKey && key.find_first_not_of(kAllowed) == std::string_view::npos;
}

SavedSearchView searchViewOf(const SavedSearch& search, const ListFact& fact) {
    return {search.id, search.list, fact.title, fact.path, search.name, search.address, search.query};
}

std::vector<std::string> idsOf(const std::vector<SavedSearch>& searches) {
    std::vector<std::string> ids;
    ids.reserve(searches.size());
    std::ranges::transform(searches, std::back_inserter(ids), &SavedSearch::id);
    return ids;
}

/// The ids in their places, but those that are named take the places of the named ones in the order of the names.
std::vector<std::string> reordered(std::vector<std::string> ids, const std::vector<std::string>& named) {
    auto next = named.begin();
    for (auto& id : ids) {
        if (std::ranges::find(named, id) != named.end()) {
            id = *next++;
        }
    }
    return ids;
}

/// Nothing also for a filter that the list does not understand any more, after an upgrade: such a search has no number.
std::optional<std::int64_t> countOfSearch(db::Reader& reader, const http::Caller& caller, const OpenList& list, const SavedSearch& search) {
    try {
        return list.source->count(reader, StoredQuery{caller, filterTextsOf(search.query, "/query")});
    } catch (const AppError&) {
        return std::nullopt;
    }
}

}  // namespace

std::vector<SavedSearchView> SavedSearches::all(const http::Caller& caller) const {
    const auto searches = db_.read([&](db::Reader& reader) { return repository_.ofPerson(reader, caller.personId, {}); });
    std::vector<SavedSearchView> views;
    views.reserve(searches.size());
    for (const auto& search : searches) {
        if (const auto list = lists_.find(caller, search.list)) {
            views.push_back(searchViewOf(search, list->fact));
        }
    }
    return views;
}

std::vector<SavedSearchCount> SavedSearches::counts(const http::Caller& caller) const {
    return db_.read([&](db::Reader& reader) {
        const auto searches = repository_.ofPerson(reader, caller.personId, {});
        std::vector<SavedSearchCount> counted;
        counted.reserve(searches.size());
        for (const auto& search : searches) {
            if (const auto list = lists_.find(caller, search.list)) {
                counted.push_back({search.id, countOfSearch(reader, caller, *list, search)});
            }
        }
        return counted;
    });
}

ListOptions SavedSearches::optionsOf(const http::Caller& caller, std::string_view list) const {
    const auto open = lists_.require(caller, list);
    return db_.read([&](db::Reader& reader) {
        ListOptions options;
        options.columns = repository_.columns(reader, caller.personId, list);
        for (const auto& search : repository_.ofPerson(reader, caller.personId, list)) {
            options.searches.push_back(searchViewOf(search, open.fact));
        }
        return options;
    });
}

void SavedSearches::requireOwn(const http::Caller& caller, std::string_view id) const {
    const bool isOwn = db_.read([&](db::Reader& reader) { return repository_.find(reader, caller.personId, id).has_value(); });
    if (!isOwn) {
        throw AppError::notFound();
    }
}

std::string SavedSearches::save(const http::Caller& caller, const NewSavedSearch& input) const {
    if (!lists_.find(caller, input.list)) {
        throw AppError::invalidField("/list", "core.unknown-list");
    }
    static_cast<void>(filterTextsOf(input.address, "/address"));
    static_cast<void>(filterTextsOf(input.query, "/query"));
    const SavedSearch search{newId(), input.list, input.name, input.address, input.query};
    db_.write([&](db::Tx& tx) {
        if (repository_.ofPerson(tx, caller.personId, {}).size() >= kMostSearches) {
            throw AppError(ErrorKind::conflict, "core.too-many-searches", {{"most", std::to_string(kMostSearches)}});
        }
        if (!repository_.insert(tx, caller.personId, search, clock_.now())) {
            throw AppError::invalidField("/name", "core.search-name-taken");
        }
    });
    return search.id;
}

void SavedSearches::rename(const http::Caller& caller, std::string_view id, const SavedSearchChange& change) const {
    db_.write([&](db::Tx& tx) {
        auto search = repository_.find(tx, caller.personId, id);
        if (!search) {
            throw AppError::notFound();
        }
        search->name = change.name;
        if (!repository_.rename(tx, caller.personId, *search)) {
            throw AppError::invalidField("/name", "core.search-name-taken");
        }
    });
}

void SavedSearches::order(const http::Caller& caller, const SavedSearchOrder& order) const {
    const std::set<std::string> once{order.ids.begin(), order.ids.end()};
    db_.write([&](db::Tx& tx) {
        const auto ids = idsOf(repository_.ofPerson(tx, caller.personId, {}));
        for (std::size_t index = 0; index < order.ids.size(); ++index) {
            if (std::ranges::find(ids, order.ids[index]) == ids.end() || once.size() != order.ids.size()) {
                throw AppError::invalidField("/ids/" + std::to_string(index), "core.unknown-search");
            }
        }
        std::int64_t place = 0;
        for (const auto& id : reordered(ids, order.ids)) {
            repository_.setPlace(tx, caller.personId, id, ++place);
        }
    });
}

void SavedSearches::remove(const http::Caller& caller, std::string_view id) const {
    db_.write([&](db::Tx& tx) {
        if (!repository_.find(tx, caller.personId, id)) {
            throw AppError::notFound();
        }
        repository_.remove(tx, caller.personId, id);
    });
}

void SavedSearches::chooseColumns(const http::Caller& caller, std::string_view list, const ColumnChoice& choice) const {
    std::set<std::string_view> seen;
    for (std::size_t index = 0; index < choice.columns.size(); ++index) {
        const auto& key = choice.columns[index];
        if (!isColumnKey(key) || !seen.insert(key).second) {
            throw AppError::invalidField("/columns/" + std::to_string(index), "core.bad-column");
        }
    }
    db_.write([&](db::Tx& tx) { repository_.setColumns(tx, caller.personId, list, choice.columns); });
}

}  // namespace congvu::core
