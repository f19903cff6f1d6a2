// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "organisation/service/BrowseOrganisation.h"
#include "organisation/service/ManagePeople.h"
#include "organisation/service/ManagePluginRules.h"
#include "organisation/service/ManagePosts.h"
#include "organisation/service/ManageRoles.h"
#include "organisation/service/ManageUnits.h"

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"

namespace congvu::core {

/// Translates between HTTP and the use cases of units, people, posts, roles and plugin rules.
class OrganisationHandlers {
public:
    struct UseCases {
        const OrganisationStore& store;
        const BrowseOrganisation& browse;
        ManageUnits& units;
        ManagePeople& people;
        ManagePosts& posts;
        ManageRoles& roles;
        ManagePluginRules& rules;
    };
    explicit OrganisationHandlers(UseCases useCases) : use_(useCases) {}

    [[nodiscard]] http::Response listUnits(const http::Request& request) const;
    [[nodiscard]] http::Response createUnit(const http::Request& request) const;
    [[nodiscard]] http::Response showUnit(const http::Request& request) const;
    [[nodiscard]] http::Response changeUnit(const http::Request& request) const;
    [[nodiscard]] http::Response listPostsOfUnit(const http::Request& request) const;

    [[nodiscard]] http::Response listPeople(const http::Request& request) const;
    [[nodiscard]] http::Response createPerson(const http::Request& request) const;
    [[nodiscard]] http::Response showPerson(const http::Request& request) const;
    [[nodiscard]] http::Response changePerson(const http::Request& request) const;
    [[nodiscard]] http::Response unlockPerson(const http::Request& request) const;
    [[nodiscard]] http::Response resetPassword(const http::Request& request) const;
    [[nodiscard]] http::Response createPost(const http::Request& request) const;
    [[nodiscard]] http::Response changePost(const http::Request& request) const;
    [[nodiscard]] http::Response endPost(const http::Request& request) const;

    [[nodiscard]] http::Response searchDirectory(const http::Request& request) const;
    [[nodiscard]] http::Response listAgencies(const http::Request& request) const;

    [[nodiscard]] http::Response listRoles(const http::Request& request) const;
    [[nodiscard]] http::Response createRole(const http::Request& request) const;
    [[nodiscard]] http::Response changeRole(const http::Request& request) const;
    [[nodiscard]] http::Response listPermissions(const http::Request& request) const;

    [[nodiscard]] http::Response showMatrix(const http::Request& request) const;
    [[nodiscard]] http::Response changeRules(const http::Request& request) const;

private:
    UseCases use_;
};

}  // namespace congvu::core
