// SPDX-License-Identifier: Apache-2.0
#include "organisation/service/ManagePeople.h"

#include "organisation/domain/UsernameKey.h"
#include "organisation/service/OrganisationAccess.h"
#include "sessions/domain/PasswordRules.h"
#include "shared/service/AuditDetail.h"
#include "shared/service/SystemCaller.h"

#include "congvu/error/AppError.h"
#include "congvu/ids/Id.h"

#include <algorithm>

namespace congvu::core {

namespace {

EntityRef personRef(std::string_view id) {
    return {"core", "person", std::string{id}};
}

void checkPassword(std::string_view password, std::string_view name, std::string_view username) {
    if (const auto fault = passwordFault(password, name, username); !fault.empty()) {
        throw AppError::invalidField("/temporaryPassword", fault, {{"min", "10"}, {"max", "128"}});
    }
}

void checkNew(const NewPerson& input) {
    std::vector<FieldError> errors;
    if (!isUsername(input.username)) {
        errors.push_back({"/username", "core.bad-username", {}});
    }
    if (!input.email.empty() && (input.email.find('@') == std::string::npos || input.email.find(' ') != std::string::npos)) {
        errors.push_back({"/email", "core.bad-email", {}});
    }
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    if (!input.temporaryPassword.empty()) {
        checkPassword(input.temporaryPassword, input.name, input.username);
    }
}

}  // namespace

std::string ManagePeople::create(const http::Caller& by, const NewPerson& input) {
    checkNew(input);
    Person person;
    person.id = newId();
    person.agencyId = by.agencyId;
    person.name = input.name;
    person.username = input.username;
    person.email = input.email;
    person.phone = input.phone;
    person.mustChangePassword = true;
    const auto hash = input.temporaryPassword.empty() ? std::string{} : hasher_.hash(input.temporaryPassword);
    store_.change([&](db::Tx& tx) {
        if (!people_.insert(tx, person, hash, clock_.now())) {
            throw AppError::invalidField("/username", "core.username-taken");
        }
        audit_.record(tx, by, "core.person-created", personRef(person.id),
                      auditDetail({{"name", person.name}, {"username", person.username}}));
    });
    return person.id;
}

void ManagePeople::requireRank(const OrganisationSnapshot& organisation, const http::Caller& by, std::string_view personId) const {
    // Whoever could take over an account of the agency above would administer that agency: posts outside the own subtree protect.
    const auto posts = organisation.postsOfPerson(personId);
    const bool hasPostElsewhere = std::any_of(posts.begin(), posts.end(), [&](const Post* post) {
        return organisation.isActive(*post, clock_.today()) && !organisation.isInSubtree(post->unitId, by.agencyId);
    });
    if (hasPostElsewhere && !isSystem(by)) {
        throw AppError::forbidden();
    }
}

Person ManagePeople::change(const http::Caller& by, std::string_view personId, const PersonChanges& changes, std::int64_t expectedVersion) {
    const auto organisation = store_.current();
    requirePerson(*organisation, by, personId);
    requireRank(*organisation, by, personId);
    if (personId == by.personId && changes.status == PersonStatus::disabled) {
        throw AppError::invalidField("/status", "core.not-yourself");
    }
    Person changed;
    const auto ended = store_.change([&](db::Tx& tx) {
        auto person = people_.find(tx, personId);
        if (!person) {
            throw AppError::notFound();
        }
        person->name = changes.name.value_or(person->name);
        person->email = changes.email.value_or(person->email);
        person->phone = changes.phone.value_or(person->phone);
        person->status = changes.status.value_or(person->status);
        if (!people_.update(tx, *person, expectedVersion)) {
            throw AppError::stale();
        }
        changed = *person;
        audit_.record(tx, by, "core.person-changed", personRef(personId), auditDetail({{"name", person->name}}));
        return person->status == PersonStatus::disabled ? sessions_.endAllBut(tx, personId, "") : SessionRepository::Removed{};
    });
    sessions_.ended(ended);
    changed.version = expectedVersion + 1;
    return changed;
}

void ManagePeople::unlock(const http::Caller& by, std::string_view personId) {
    const auto organisation = store_.current();
    requirePerson(*organisation, by, personId);
    const auto key = "account:" + usernameKey(organisation->person(personId)->username);
    db_.write([&](db::Tx& tx) {
        counters_.clear(tx, key);
        audit_.record(tx, by, "core.person-unlocked", personRef(personId));
    });
}

void ManagePeople::setTemporaryPassword(const http::Caller& by, std::string_view personId, std::string_view password) {
    const auto organisation = store_.current();
    requirePerson(*organisation, by, personId);
    requireRank(*organisation, by, personId);
    const auto* person = organisation->person(personId);
    checkPassword(password, person->name, person->username);
    const auto hash = hasher_.hash(password);
    const auto key = "account:" + usernameKey(person->username);
    sessions_.ended(store_.changeQuietly([&](db::Tx& tx) {
        people_.setPassword(tx, personId, hash, true);
        counters_.clear(tx, key);
        audit_.record(tx, by, "core.password-reset", personRef(personId));
        return sessions_.endAllBut(tx, personId, "");
    }));
}

}  // namespace congvu::core
