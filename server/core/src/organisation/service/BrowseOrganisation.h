// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/domain/DirectoryItem.h"
#include "organisation/domain/PluginMatrix.h"
#include "organisation/service/OrganisationStore.h"
#include "sessions/storage/SignInCounterRepository.h"
#include "shared/service/PluginFactsCache.h"

#include "congvu/db/Page.h"
#include "congvu/http/Caller.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// What pickers ask for.
struct DirectoryQuestion {
    std::string words;  ///< beginnings of words, marks do not matter
    bool withUnits = true;
    bool withPosts = true;
    std::string agencyId;  ///< empty: the caller's own, or all with allAgencies
    bool allAgencies = false;
    std::int64_t limit = 50;
};

/// Lists of units, people, posts and agencies, from memory.
class BrowseOrganisation {
public:
    BrowseOrganisation(db::Db& db, const OrganisationStore& store, const PluginFactsCache& plugins, const Clock& clock)
        : db_(db), store_(store), plugins_(plugins), clock_(clock) {}

    [[nodiscard]] std::vector<UnitPost> postsOfUnit(const http::Caller& caller, std::string_view unitId) const;
    /// People of the caller's agency; an administrator of the organisation sees the whole subtree, user names and lock-outs.
    [[nodiscard]] db::Page<PersonItem> people(const http::Caller& caller, std::string_view words, std::string_view unitId,
                                              const db::PageRequest& page) const;
    /// AppError notFound for a person the caller may not see.
    [[nodiscard]] PersonItem person(const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] std::vector<DirectoryItem> directory(const http::Caller& caller, const DirectoryQuestion& question) const;
    [[nodiscard]] std::vector<AgencySummary> agencies(std::string_view words) const;
    /// Of the units the caller administers.
    [[nodiscard]] PluginMatrix matrix(const http::Caller& caller) const;

private:
    [[nodiscard]] bool maySee(const OrganisationSnapshot& organisation, const http::Caller& caller, const Person& person) const;
    [[nodiscard]] PersonItem itemOf(const OrganisationSnapshot& organisation, const http::Caller& caller, const Person& person,
                                    const std::vector<std::string>& lockedAccounts) const;
    [[nodiscard]] std::vector<std::string> lockedAccounts(const http::Caller& caller) const;

    db::Db& db_;
    const OrganisationStore& store_;
    const PluginFactsCache& plugins_;
    const Clock& clock_;
    SignInCounterRepository counters_;
};

}  // namespace congvu::core
