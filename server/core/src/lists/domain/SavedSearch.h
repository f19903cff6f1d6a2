// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "shared/domain/LabelDescription.h"

#include "congvu/json/Description.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::core {

/// A named filter of a list. Both filters are JSON objects of texts: what the page's address says, and what the list's route is asked.
struct SavedSearch {
    std::string id;
    std::string list;  ///< "incoming.documents"
    std::string name;
    json::RawJson address;
    json::RawJson query;
};

/// One saved search as the home page and the list show it.
struct SavedSearchView {
    std::string id;
    std::string list;
    Label listTitle;
    std::string path;  ///< page of the list
    std::string name;
    json::RawJson address;
    json::RawJson query;
};

/// Body of POST /saved-searches.
struct NewSavedSearch {
    std::string list;
    std::string name;
    json::RawJson address{"{}"};
    json::RawJson query{"{}"};
};

/// Body of PATCH /saved-searches/{id}.
struct SavedSearchChange {
    std::string name;
};

/// Body of PUT /saved-searches/order: these take the places that they have among all, in this order.
struct SavedSearchOrder {
    std::vector<std::string> ids;
};

/// How many a saved search finds now, at most db::kTotalCap; nothing where counting would be dear.
struct SavedSearchCount {
    std::string id;
    std::optional<std::int64_t> count;
};

/// What the person has arranged for one list. No columns: the list's own.
struct ListOptions {
    std::vector<std::string> columns;
    std::vector<SavedSearchView> searches;
};

/// Body of PUT /lists/{id}/columns: keys in the order in which they are shown; an empty list takes the choice back.
struct ColumnChoice {
    std::vector<std::string> columns;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::SavedSearchView> {
    static auto fields() {
        using View = congvu::core::SavedSearchView;
        return std::tuple{field("id", &View::id),      field("list", &View::list), field("listTitle", &View::listTitle),
                          field("path", &View::path),  field("name", &View::name), field("address", &View::address),
                          field("query", &View::query)};
    }
};
template <>
struct congvu::json::Description<congvu::core::NewSavedSearch> {
    static auto fields() {
        using New = congvu::core::NewSavedSearch;
        return std::tuple{field("list", &New::list).required().maxLength(100), field("name", &New::name).required().maxLength(60),
                          field("address", &New::address), field("query", &New::query)};
    }
};
template <>
struct congvu::json::Description<congvu::core::SavedSearchChange> {
    static auto fields() { return std::tuple{field("name", &congvu::core::SavedSearchChange::name).required().maxLength(60)}; }
};
template <>
struct congvu::json::Description<congvu::core::SavedSearchOrder> {
    static auto fields() { return std::tuple{field("ids", &congvu::core::SavedSearchOrder::ids).required().maxLength(50)}; }
};
template <>
struct congvu::json::Description<congvu::core::SavedSearchCount> {
    static auto fields() {
        using Count = congvu::core::SavedSearchCount;
        return std::tuple{field("id", &Count::id), field("count", &Count::count)};
    }
};
template <>
struct congvu::json::Description<congvu::core::ListOptions> {
    static auto fields() {
        using Options = congvu::core::ListOptions;
        return std::tuple{field("columns", &Options::columns), field("searches", &Options::searches)};
    }
};
template <>
struct congvu::json::Description<congvu::core::ColumnChoice> {
    static auto fields() { return std::tuple{field("columns", &congvu::core::ColumnChoice::columns).maxLength(40)}; }
};
