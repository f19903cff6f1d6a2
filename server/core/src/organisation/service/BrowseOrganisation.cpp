// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/BrowseOrganisation.h"

#include "organisation/domain/UsernameKey.h"
#include "organisation/service/OrganisationAccess.h"
#include "shared/domain/WordMatch.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/text/Text.h"

#include <algorithm>

namespace congvu::core {

namespace {

std::string nameOfUnit(const OrganisationSnapshot& organisation, std::string_view id) {
    const auto* unit = organisation.unit(id);
    return unit == nullptr ? "" : unit->name;
}

PersonPostItem postItem(const OrganisationSnapshot& organisation, const Post& post) {
    return {post.id, post.title, post.unitId, nameOfUnit(organisation, post.unitId), post.roles, post.main};
}

/// Collects units and posts for a picker until the limit is reached.
class DirectorySearch {
public:
    DirectorySearch(const OrganisationSnapshot& organisation, const DirectoryQuestion& question, Date today)
        : organisation_(organisation), question_(question), words_(question.words), today_(today) {}

    std::vector<DirectoryItem> run(std::string_view agencyId) {
        for (const auto& unit : organisation_.units()) {
            const auto& agency = organisation_.agencyOf(unit.id);
            if (unit.status == UnitStatus::active && (agencyId.empty() || agency == agencyId)) {
                addUnit(unit, agency);
                addPostsOf(unit, agency);
            }
        }
        return std::move(items_);
    }

private:
    [[nodiscard]] bool isFull() const { return static_cast<std::int64_t>(items_.size()) >= question_.limit; }

    void addUnit(const Unit& unit, const std::string& agency) {
        if (question_.withUnits && !isFull() && words_.matches(unit.name + " " + unit.shortName + " " + unit.code)) {
            const auto parent = unit.parentId ? nameOfUnit(organisation_, *unit.parentId) : "";
            items_.push_back({"unit", unit.id, unit.name, parent, unit.id, agency, text::initials(unit.shortName)});
        }
    }
    void addPostsOf(const Unit& unit, const std::string& agency) {
        if (!question_.withPosts) {
            return;
        }
        for (const auto* post : organisation_.postsOfUnit(unit.id)) {
            if (isFull() || !organisation_.isActive(*post, today_)) {
                continue;
            }
            const auto* person = organisation_.person(post->personId);
            if (words_.matchesFolded(person->folded) || words_.matches(person->name + " " + post->title)) {
                items_.push_back(
                    {"post", post->id, person->name, post->title + ", " + unit.name, unit.id, agency, text::initials(person->name)});
            }
        }
    }

    const OrganisationSnapshot& organisation_;
    const DirectoryQuestion& question_;
    WordMatch words_;
    Date today_;
    std::vector<DirectoryItem> items_;
};

void writeEffective(json::Writer& out, const OrganisationSnapshot& organisation, const PluginMatrix& matrix, Date today) {
    out.beginObject();
    for (const auto& unit : matrix.units) {
        out.key(unit.id).beginObject();
        for (const auto& plugin : matrix.plugins) {
            out.key(plugin.id).boolean(organisation.isPluginOn(plugin.id, unit.id, today));
        }
        out.endObject();
    }
    out.endObject();
}

}  // namespace

std::vector<UnitPost> BrowseOrganisation::postsOfUnit(const http::Caller& caller, std::string_view unitId) const {
    const auto organisation = store_.current();
    const bool isOwn = organisation->agencyOf(unitId) == caller.agencyId;
    const bool isAdministered = caller.may("core.organisation") && organisation->isInSubtree(unitId, caller.agencyId);
    if (organisation->unit(unitId) == nullptr || !(isOwn || isAdministered)) {
        throw AppError::notFound();
    }
    std::vector<UnitPost> posts;
    for (const auto* post : organisation->postsOfUnit(unitId)) {
        const bool isFinished = post->until && *post->until < clock_.today();
        if (isFinished) {
            continue;
        }
        const auto* person = organisation->person(post->personId);
        posts.push_back({post->id, post->title, post->personId, person == nullptr ? "" : person->name, post->unitId, post->roles,
                         post->main, post->from, post->until, post->version});
    }
    return posts;
}

bool BrowseOrganisation::maySee(const OrganisationSnapshot& organisation, const http::Caller& caller, const Person& person) const {
    if (person.id == caller.personId) {
        return true;
    }
    if (caller.may("core.organisation")) {
        return mayAdministerPerson(organisation, caller, person);
    }
    const auto posts = organisation.postsOfPerson(person.id);
    return std::any_of(posts.begin(), posts.end(), [&](const Post* post) {
        return organisation.isActive(*post, clock_.today()) && organisation.agencyOf(post->unitId) == caller.agencyId;
    });
}

std::vector<std::string> BrowseOrganisation::lockedAccounts(const http::Caller& caller) const {
    if (!caller.may("core.organisation")) {
        return {};
    }
    return db_.read([&](db::Reader& reader) { return counters_.lockedAccounts(reader, clock_.now()); });
}

PersonItem BrowseOrganisation::itemOf(const OrganisationSnapshot& organisation, const http::Caller& caller, const Person& person,
                                      const std::vector<std::string>& lockedAccounts) const {
    const bool isAdministrator = caller.may("core.organisation");
    PersonItem item;
    item.id = person.id;
    item.name = person.name;
    item.initials = text::initials(person.name);
    item.email = person.email;
    item.phone = person.phone;
    item.version = person.version;
    item.status = json::nameOf(person.status);
    if (isAdministrator || person.id == caller.personId) {
        item.username = person.username;
    }
    const auto isLocked = std::binary_search(lockedAccounts.begin(), lockedAccounts.end(), "account:" + usernameKey(person.username));
    if (isLocked && person.status == PersonStatus::active) {
        item.status = "locked";
    }
    for (const auto* post : organisation.postsOfPerson(person.id)) {
        const bool isOver = post->until && *post->until < clock_.today();
        const bool isHere = isAdministrator || organisation.agencyOf(post->unitId) == caller.agencyId;
        if (!isOver && isHere) {
            item.posts.push_back(postItem(organisation, *post));
        }
    }
    return item;
}

db::Page<PersonItem> BrowseOrganisation::people(const http::Caller& caller, std::string_view words, std::string_view unitId,
                                                const db::PageRequest& page) const {
    const auto organisation = store_.current();
    const auto locked = lockedAccounts(caller);
    const WordMatch match(words);
    const auto after = page.cursor.empty() ? std::vector<std::string>{} : db::unpackCursor(page.cursor, 2);
    const auto isBefore = [&](const Person& person) {
        return !after.empty() && std::pair{std::string_view{person.sortKey}, std::string_view{person.id}} <=
                                     std::pair{std::string_view{after[0]}, std::string_view{after[1]}};
    };
    const auto isOfUnit = [&](const Person& person) {
        const auto posts = organisation->postsOfPerson(person.id);
        return unitId.empty() || std::any_of(posts.begin(), posts.end(), [&](const Post* post) {
                   return organisation->isActive(*post, clock_.today()) && organisation->isInSubtree(post->unitId, unitId);
               });
    };
    db::Page<PersonItem> result;
    const Person* last = nullptr;
    for (const auto& person : organisation->people()) {
        const bool isFound = match.matchesFolded(person.folded + " " + usernameKey(person.username)) && isOfUnit(person) &&
                             maySee(*organisation, caller, person);
        if (isBefore(person) || !isFound) {
            continue;
        }
        if (static_cast<std::int64_t>(result.items.size()) == page.limit) {
            result.next = db::packCursor({last->sortKey, last->id});
            break;
        }
        result.items.push_back(itemOf(*organisation, caller, person, locked));
        last = &person;
    }
    return result;
}

PersonItem BrowseOrganisation::person(const http::Caller& caller, std::string_view id) const {
    const auto organisation = store_.current();
    const auto* found = organisation->person(id);
    if (found == nullptr || !maySee(*organisation, caller, *found)) {
        throw AppError::notFound();
    }
    return itemOf(*organisation, caller, *found, lockedAccounts(caller));
}

std::vector<DirectoryItem> BrowseOrganisation::directory(const http::Caller& caller, const DirectoryQuestion& question) const {
    const auto organisation = store_.current();
    auto agencyId = question.agencyId.empty() && !question.allAgencies ? caller.agencyId : question.agencyId;
    if (!question.allAgencies && agencyId != caller.agencyId) {
        return {};
    }
    return DirectorySearch{*organisation, question, clock_.today()}.run(agencyId);
}

std::vector<AgencySummary> BrowseOrganisation::agencies(std::string_view words) const {
    constexpr std::size_t kMost = 200;
    const auto organisation = store_.current();
    const WordMatch match(words);
    std::vector<AgencySummary> found;
    for (const auto& unit : organisation->units()) {
        const bool isAgency = unit.kind == UnitKind::agency && unit.status == UnitStatus::active;
        if (found.size() < kMost && isAgency && match.matches(unit.name + " " + unit.shortName + " " + unit.organId)) {
            found.push_back({unit.id, unit.name, unit.organId, unit.parentId});
        }
    }
    return found;
}

PluginMatrix BrowseOrganisation::matrix(const http::Caller& caller) const {
    const auto organisation = store_.current();
    PluginMatrix matrix;
    for (const auto& unit : organisation->units()) {
        if (organisation->isInSubtree(unit.id, caller.agencyId)) {
            matrix.units.push_back({unit.id, unit.id == caller.agencyId ? std::nullopt : unit.parentId, unit.name});
        }
    }
    for (const auto& plugin : *plugins_.all()) {
        if (plugin.id != "core") {
            matrix.plugins.push_back({plugin.id, plugin.name});
        }
    }
    for (const auto& rule : organisation->rules()) {
        if (organisation->isInSubtree(rule.unitId, caller.agencyId)) {
            matrix.rules.push_back(rule);
        }
    }
    json::Writer out;
    writeEffective(out, *organisation, matrix, clock_.today());
    matrix.effective = {out.take()};
    return matrix;
}

}  // namespace congvu::core
