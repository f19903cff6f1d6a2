// SPDX-License-Identifier: Apache-2.0
#include "organisation/http/OrganisationRoutes.h"

#include "organisation/domain/NewEntityDescriptions.h"
#include "organisation/domain/TemporaryPasswordInput.h"
#include "shared/domain/CreatedId.h"
#include "shared/domain/ItemList.h"
#include "shared/http/HandlerOf.h"

namespace congvu::core {

namespace {

using Handlers = OrganisationHandlers;
using http::Route;

void addUnitRoutes(http::Routes& routes, const HandlerOf<Handlers>& to) {
    routes.add(Route::get("/units").forSignedIn().says("The tree of units").gives<ItemList<Unit>>().by(to(&Handlers::listUnits)));
    routes.add(Route::post("/units")
                   .needs("core.organisation")
                   .says("New unit")
                   .takes<NewUnit>()
                   .gives<CreatedId>()
                   .by(to(&Handlers::createUnit)));
    routes.add(Route::get("/units/{id}").forSignedIn().says("One unit").gives<Unit>().by(to(&Handlers::showUnit)));
    routes.add(Route::patch("/units/{id}")
                   .needs("core.organisation")
                   .says("Change a unit")
                   .takes<UnitChanges>()
                   .gives<Unit>()
                   .by(to(&Handlers::changeUnit)));
    routes.add(Route::get("/units/{id}/posts")
                   .forSignedIn()
                   .says("Posts of a unit")
                   .gives<ItemList<UnitPost>>()
                   .by(to(&Handlers::listPostsOfUnit)));
    routes.add(Route::get("/directory")
                   .forSignedIn()
                   .says("Units and posts for pickers")
                   .gives<ItemList<DirectoryItem>>()
                   .by(to(&Handlers::searchDirectory)));
    routes.add(
        Route::get("/agencies").forSignedIn().says("Agencies to send to").gives<ItemList<AgencySummary>>().by(to(&Handlers::listAgencies)));
}

void addPeopleRoutes(http::Routes& routes, const HandlerOf<Handlers>& to) {
    routes.add(Route::get("/people").forSignedIn().says("People").gives<db::Page<PersonItem>>().by(to(&Handlers::listPeople)));
    routes.add(Route::post("/people")
                   .needs("core.organisation")
                   .says("New person")
                   .takes<NewPerson>()
                   .gives<CreatedId>()
                   .by(to(&Handlers::createPerson)));
    routes.add(Route::get("/people/{id}").forSignedIn().says("One person").gives<PersonItem>().by(to(&Handlers::showPerson)));
    routes.add(Route::patch("/people/{id}")
                   .needs("core.organisation")
                   .says("Change a person")
                   .takes<PersonChanges>()
                   .gives<PersonItem>()
                   .by(to(&Handlers::changePerson)));
    routes.add(Route::post("/people/{id}/unlock").needs("core.organisation").says("Take a lock-out away").by(to(&Handlers::unlockPerson)));
    routes.add(Route::post("/people/{id}/password")
                   .needs("core.organisation")
                   .says("Set a temporary password")
                   .takes<TemporaryPasswordInput>()
                   .by(to(&Handlers::resetPassword)));
    routes.add(Route::post("/people/{id}/posts")
                   .needs("core.organisation")
                   .says("New post of a person")
                   .takes<NewPost>()
                   .gives<CreatedId>()
                   .by(to(&Handlers::createPost)));
    routes.add(Route::patch("/posts/{id}")
                   .needs("core.organisation")
                   .says("Change a post")
                   .takes<PostChanges>()
                   .gives<CreatedId>()
                   .by(to(&Handlers::changePost)));
    routes.add(Route::del("/posts/{id}").needs("core.organisation").says("End a post today").by(to(&Handlers::endPost)));
}

void addRoleRoutes(http::Routes& routes, const HandlerOf<Handlers>& to) {
    routes.add(Route::get("/roles").needs("core.organisation").says("Roles").gives<ItemList<Role>>().by(to(&Handlers::listRoles)));
    routes.add(Route::post("/roles")
                   .needs("core.organisation")
                   .says("New role")
                   .takes<RoleInput>()
                   .gives<CreatedId>()
                   .by(to(&Handlers::createRole)));
    routes.add(Route::put("/roles/{id}")
                   .needs("core.organisation")
                   .says("Change a role")
                   .takes<RoleInput>()
                   .gives<Role>()
                   .by(to(&Handlers::changeRole)));
    routes.add(Route::get("/permissions")
                   .needs("core.organisation")
                   .says("Permissions of the running plugins")
                   .gives<ItemList<PermissionItem>>()
                   .by(to(&Handlers::listPermissions)));
    routes.add(
        Route::get("/plugin-matrix").needs("core.plugins").says("Plugins by unit").gives<PluginMatrix>().by(to(&Handlers::showMatrix)));
    routes.add(Route::put("/plugin-rules")
                   .needs("core.plugins")
                   .says("Turn plugins on and off")
                   .takes<PluginRuleChanges>()
                   .gives<PluginMatrix>()
                   .by(to(&Handlers::changeRules)));
}

}  // namespace

void addOrganisationRoutes(http::Routes& routes, std::shared_ptr<const OrganisationHandlers> handlers) {
    const HandlerOf<Handlers> to(std::move(handlers));
    addUnitRoutes(routes, to);
    addPeopleRoutes(routes, to);
    addRoleRoutes(routes, to);
}

}  // namespace congvu::core
