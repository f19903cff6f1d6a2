// SPDX-License-Identifier: Apache-2.0
#include "sessions/service/OwnSession.h"

#include "sessions/domain/PasswordRules.h"

#include "congvu/error/AppError.h"
#include "congvu/text/Text.h"

#include <algorithm>
#include <array>

namespace congvu::core {

namespace {

EntityRef refOf(const http::Caller& caller) {
    return {"core", "person", caller.personId};
}

template <std::size_t Size>
void check(const std::optional<std::string>& value, const std::array<std::string_view, Size>& choices, std::string pointer,
           std::vector<FieldError>& errors) {
    if (value && std::find(choices.begin(), choices.end(), *value) == choices.end()) {
        errors.push_back({std::move(pointer), "unknown-choice", {}});
    }
}

OwnPostView ownPost(const OrganisationSnapshot& organisation, const Post& post) {
    OwnPostView view{post.id, post.title, "", "", post.main};
    if (const auto* unit = organisation.unit(post.unitId)) {
        view.unitName = unit->name;
    }
    if (const auto* agency = organisation.unit(organisation.agencyOf(post.unitId))) {
        view.agencyName = agency->name;
    }
    return view;
}

ActingPostView actingPost(const OrganisationSnapshot& organisation, const Post& post) {
    ActingPostView view;
    view.id = post.id;
    view.title = post.title;
    view.unitId = post.unitId;
    view.agencyId = organisation.agencyOf(post.unitId);
    if (const auto* unit = organisation.unit(view.unitId)) {
        view.unitName = unit->name;
        view.unitShortName = unit->shortName;
    }
    if (const auto* agency = organisation.unit(view.agencyId)) {
        view.agencyName = agency->name;
        view.agencyShortName = agency->shortName;
    }
    view.permissions = organisation.permissionsOf(post);
    return view;
}

ActingChoice choiceOf(const OrganisationSnapshot& organisation, const mandates::MandateInfo& info) {
    ActingChoice choice{info.id, info.substitutePostId, info.giverTitle, info.giverName, "", info.until, namesOf(info.acts)};
    const auto* giver = organisation.post(info.giverPostId);
    const auto* unit = giver == nullptr ? nullptr : organisation.unit(giver->unitId);
    choice.unitName = unit == nullptr ? "" : unit->name;
    return choice;
}

}  // namespace

std::vector<ActingChoice> OwnSession::choicesOf(const std::vector<OwnPostView>& posts) const {
    const auto organisation = organisation_.current();
    std::vector<ActingChoice> choices;
    for (const auto& post : posts) {
        for (const auto& info : mandates_.actingFor(post.id)) {
            choices.push_back(choiceOf(*organisation, info));
        }
    }
    return choices;
}

SessionView OwnSession::viewByMandate(std::string_view personId, std::string_view mandateId) const {
    const auto mandate = mandates_.ofPerson(mandateId, personId);
    const auto caller = mandate ? mandates_.callerBy(*mandate) : std::nullopt;
    if (!caller) {
        throw AppError::notFound();
    }
    const auto organisation = organisation_.current();
    auto result = view(personId, mandate->substitutePostId);
    result.post = actingPost(*organisation, *organisation->post(mandate->giverPostId));
    result.post.permissions = caller->permissions;
    result.actingFor = choiceOf(*organisation, mandates_.infoOf(*mandate));
    return result;
}

SessionView OwnSession::view(std::string_view personId, std::string_view actingPostId) const {
    const auto organisation = organisation_.current();
    const auto* person = organisation->person(personId);
    const auto* acting = organisation->post(actingPostId);
    if (person == nullptr || acting == nullptr) {
        throw AppError::notFound();
    }
    SessionView view;
    view.personId = person->id;
    view.name = person->name;
    view.initials = text::initials(person->name);
    view.username = person->username;
    view.locale = person->locale;
    view.theme = person->theme;
    view.density = person->density;
    view.mustChangePassword = person->mustChangePassword;
    view.post = actingPost(*organisation, *acting);
    for (const auto* post : organisation->postsOfPerson(personId)) {
        if (organisation->isActive(*post, clock_.today())) {
            view.posts.push_back(ownPost(*organisation, *post));
        }
    }
    view.mandates = choicesOf(view.posts);
    return view;
}

std::vector<OpenSessionView> OwnSession::list(const http::Caller& caller) const {
    std::vector<OpenSessionView> views;
    for (const auto& session : sessions_.ofPerson(caller.personId)) {
        views.push_back(
            {session.id, session.id == caller.sessionId, session.createdAt, session.lastSeenAt, session.address, session.userAgent});
    }
    return views;
}

void OwnSession::setPreferences(const http::Caller& caller, const PreferencesInput& input) {
    std::vector<FieldError> errors;
    check(input.locale, std::array<std::string_view, 2>{"vi", "en"}, "/locale", errors);
    check(input.theme, std::array<std::string_view, 3>{"auto", "light", "dark"}, "/theme", errors);
    check(input.density, std::array<std::string_view, 3>{"compact", "normal", "roomy"}, "/density", errors);
    if (!errors.empty()) {
        throw AppError::invalid(std::move(errors));
    }
    const auto organisation = organisation_.current();
    auto person = *organisation->person(caller.personId);
    person.locale = input.locale.value_or(person.locale);
    person.theme = input.theme.value_or(person.theme);
    person.density = input.density.value_or(person.density);
    organisation_.changeQuietly([&](db::Tx& tx) { people_.setPreferences(tx, person); });
}

void OwnSession::changePassword(const http::Caller& caller, const PasswordInput& input) {
    const auto organisation = organisation_.current();
    const auto* person = organisation->person(caller.personId);
    signIn_.confirmPassword(caller, input.current, "/current");
    if (const auto fault = passwordFault(input.next, person->name, person->username); !fault.empty()) {
        throw AppError::invalidField("/next", fault, {{"min", "10"}, {"max", "128"}});
    }
    if (input.next == input.current) {
        throw AppError::invalidField("/next", "core.password-same");
    }
    const auto hash = hasher_.hash(input.next);
    sessions_.ended(organisation_.changeQuietly([&](db::Tx& tx) {
        people_.setPassword(tx, caller.personId, hash, false);
        audit_.record(tx, caller, "core.password-changed", refOf(caller));
        return sessions_.endAllBut(tx, caller.personId, caller.sessionId);
    }));
}

void OwnSession::end(const http::Caller& caller, std::string_view sessionId) {
    sessions_.ended(db_.write([&](db::Tx& tx) {
        auto removed = sessions_.end(tx, caller.personId, sessionId);
        if (removed.empty()) {
            throw AppError::notFound();
        }
        audit_.record(tx, caller, "core.signed-out", {"core", "session", std::string{sessionId}});
        return removed;
    }));
}

void OwnSession::endOthers(const http::Caller& caller) {
    sessions_.ended(db_.write([&](db::Tx& tx) {
        audit_.record(tx, caller, "core.signed-out-everywhere", refOf(caller));
        return sessions_.endAllBut(tx, caller.personId, caller.sessionId);
    }));
}

}  // namespace congvu::core
