// SPDX-License-Identifier: Apache-2.0
#include "organisation/http/OrganisationHandlers.h"

#include "organisation/domain/NewEntityDescriptions.h"
#include "organisation/domain/TemporaryPasswordInput.h"
#include "organisation/service/OrganisationAccess.h"
#include "shared/domain/CreatedId.h"
#include "shared/domain/ItemList.h"
#include "shared/http/OptionalVersion.h"

namespace congvu::core {

namespace {

http::Response created(std::string id) {
    return http::Response::created(json::toText(CreatedId{std::move(id)}));
}

}  // namespace

http::Response OrganisationHandlers::listUnits(const http::Request&) const {
    return http::Response::json(ItemList<Unit>{use_.store.current()->units()});
}

http::Response OrganisationHandlers::createUnit(const http::Request& request) const {
    return created(use_.units.create(request.caller(), request.body<NewUnit>()));
}

http::Response OrganisationHandlers::showUnit(const http::Request& request) const {
    const auto organisation = use_.store.current();
    const auto* unit = organisation->unit(request.path("id"));
    if (unit == nullptr) {
        throw AppError::notFound();
    }
    return http::Response::json(*unit).version(unit->version);
}

http::Response OrganisationHandlers::changeUnit(const http::Request& request) const {
    // Here and below: what the caller may not change is not found, whatever else is wrong with the request.
    requireUnit(*use_.store.current(), request.caller(), request.path("id"));
    const auto unit = use_.units.change(request.caller(), request.path("id"), request.body<UnitChanges>(), request.expectedVersion());
    return http::Response::json(unit).version(unit.version);
}

http::Response OrganisationHandlers::listPostsOfUnit(const http::Request& request) const {
    return http::Response::json(ItemList<UnitPost>{use_.browse.postsOfUnit(request.caller(), request.path("id"))});
}

http::Response OrganisationHandlers::listPeople(const http::Request& request) const {
    return http::Response::json(
        use_.browse.people(request.caller(), request.query("q").value_or(""), request.query("unitId").value_or(""), request.page()));
}

http::Response OrganisationHandlers::createPerson(const http::Request& request) const {
    return created(use_.people.create(request.caller(), request.body<NewPerson>()));
}

http::Response OrganisationHandlers::showPerson(const http::Request& request) const {
    const auto person = use_.browse.person(request.caller(), request.path("id"));
    return http::Response::json(person).version(person.version);
}

http::Response OrganisationHandlers::changePerson(const http::Request& request) const {
    requirePerson(*use_.store.current(), request.caller(), request.path("id"));
    const auto input = request.body<PersonChanges>();
    const auto changed = use_.people.change(request.caller(), request.path("id"), input, request.expectedVersion());
    return http::Response::json(use_.browse.person(request.caller(), changed.id)).version(changed.version);
}

http::Response OrganisationHandlers::unlockPerson(const http::Request& request) const {
    use_.people.unlock(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response OrganisationHandlers::resetPassword(const http::Request& request) const {
    requirePerson(*use_.store.current(), request.caller(), request.path("id"));
    const auto input = request.body<TemporaryPasswordInput>();
    use_.people.setTemporaryPassword(request.caller(), request.path("id"), input.temporaryPassword);
    return http::Response::noContent();
}

http::Response OrganisationHandlers::createPost(const http::Request& request) const {
    requirePerson(*use_.store.current(), request.caller(), request.path("id"));
    auto input = request.body<NewPost>();
    input.personId = request.path("id");
    return created(use_.posts.create(request.caller(), input));
}

http::Response OrganisationHandlers::changePost(const http::Request& request) const {
    requirePost(*use_.store.current(), request.caller(), request.path("id"));
    const auto input = request.body<PostChanges>();
    const auto post = use_.posts.change(request.caller(), request.path("id"), input, optionalVersion(request));
    return http::Response::json(CreatedId{post.id}).version(post.version);
}

http::Response OrganisationHandlers::endPost(const http::Request& request) const {
    use_.posts.end(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response OrganisationHandlers::searchDirectory(const http::Request& request) const {
    const auto kinds = request.query("kinds").value_or("unit,post");
    DirectoryQuestion question;
    question.words = request.query("q").value_or("");
    question.withUnits = kinds.find("unit") != std::string::npos;
    question.withPosts = kinds.find("post") != std::string::npos;
    question.agencyId = request.query("agencyId").value_or("");
    question.allAgencies = request.query("scope") == "all";
    question.limit = request.page().limit;
    return http::Response::json(ItemList<DirectoryItem>{use_.browse.directory(request.caller(), question)});
}

http::Response OrganisationHandlers::listAgencies(const http::Request& request) const {
    return http::Response::json(ItemList<AgencySummary>{use_.browse.agencies(request.query("q").value_or(""))});
}

http::Response OrganisationHandlers::listRoles(const http::Request&) const {
    return http::Response::json(ItemList<Role>{use_.store.current()->roles()});
}

http::Response OrganisationHandlers::createRole(const http::Request& request) const {
    requireWholeSystem(*use_.store.current(), request.caller());
    return created(use_.roles.create(request.caller(), request.body<RoleInput>()));
}

http::Response OrganisationHandlers::changeRole(const http::Request& request) const {
    const auto organisation = use_.store.current();
    requireWholeSystem(*organisation, request.caller());
    if (organisation->role(request.path("id")) == nullptr) {
        throw AppError::notFound();
    }
    const auto role = use_.roles.change(request.caller(), request.path("id"), request.body<RoleInput>(), optionalVersion(request));
    return http::Response::json(role).version(role.version);
}

http::Response OrganisationHandlers::listPermissions(const http::Request&) const {
    return http::Response::json(ItemList<PermissionItem>{use_.roles.permissions()});
}

http::Response OrganisationHandlers::showMatrix(const http::Request& request) const {
    return http::Response::json(use_.browse.matrix(request.caller()));
}

http::Response OrganisationHandlers::changeRules(const http::Request& request) const {
    use_.rules.change(request.caller(), request.body<PluginRuleChanges>().changes);
    return http::Response::json(use_.browse.matrix(request.caller()));
}

}  // namespace congvu::core
