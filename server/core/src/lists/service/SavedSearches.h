// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lists/domain/SavedSearch.h"
#include "lists/service/ListAccess.h"
#include "lists/storage/SavedSearchRepository.h"

#include "congvu/db/Db.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// Named filters and chosen columns of lists. They are the person's, in whatever post or place he acts; shown are those whose list is there
/// for the caller.
class SavedSearches {
public:
    static constexpr std::size_t kMostSearches = 50;

    SavedSearches(db::Db& db, const ListAccess& lists, const Clock& clock) : db_(db), lists_(lists), clock_(clock) {}

    [[nodiscard]] std::vector<SavedSearchView> all(const http::Caller& caller) const;
    [[nodiscard]] std::vector<SavedSearchCount> counts(const http::Caller& caller) const;
    /// AppError notFound for a list that is not there for the caller.
    [[nodiscard]] ListOptions optionsOf(const http::Caller& caller, std::string_view list) const;
    void requireList(const http::Caller& caller, std::string_view list) const { static_cast<void>(lists_.require(caller, list)); }
    /// AppError notFound unless the person has it.
    void requireOwn(const http::Caller& caller, std::string_view id) const;

    /// Answers its id. AppError conflict "core.too-many-searches" beyond 50; invalid "/list", "/name", "/address", "/query".
    std::string save(const http::Caller& caller, const NewSavedSearch& input) const;
    void rename(const http::Caller& caller, std::string_view id, const SavedSearchChange& change) const;
    /// AppError invalid "/ids/n" for one that the person does not have.
    void order(const http::Caller& caller, const SavedSearchOrder& order) const;
    void remove(const http::Caller& caller, std::string_view id) const;
    /// AppError invalid "/columns/n" for what is no key of a column.
    void chooseColumns(const http::Caller& caller, std::string_view list, const ColumnChoice& choice) const;

private:
    db::Db& db_;
    const ListAccess& lists_;
    const Clock& clock_;
    SavedSearchRepository repository_;
};

}  // namespace congvu::core
