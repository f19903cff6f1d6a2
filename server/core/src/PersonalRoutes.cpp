// SPDX-License-Identifier: Apache-2.0
#include "PersonalRoutes.h"

#include "shared/domain/CreatedId.h"
#include "shared/domain/ItemList.h"
#include "shared/http/HandlerOf.h"

namespace congvu::core {

namespace {

using http::Route;

void addListRoutes(http::Routes& routes, const PersonalHandlers& handlers) {
    const HandlerOf<ListHandlers> lists(handlers.lists);
    using H = ListHandlers;
    routes.add(Route::get("/saved-searches")
                   .forSignedIn()
                   .says("Saved searches of the caller")
                   .gives<ItemList<SavedSearchView>>()
                   .by(lists(&H::searches)));
    routes.add(Route::get("/saved-searches/counts")
                   .forSignedIn()
                   .says("How many each saved search finds now")
                   .gives<ItemList<SavedSearchCount>>()
                   .by(lists(&H::counts)));
    routes.add(
        Route::post("/saved-searches").forSignedIn().says("Name a filter").takes<NewSavedSearch>().gives<CreatedId>().by(lists(&H::save)));
    routes.add(
        Route::put("/saved-searches/order").forSignedIn().says("Order saved searches").takes<SavedSearchOrder>().by(lists(&H::order)));
    routes.add(
        Route::patch("/saved-searches/{id}").forSignedIn().says("Rename a saved search").takes<SavedSearchChange>().by(lists(&H::rename)));
    routes.add(Route::del("/saved-searches/{id}").forSignedIn().says("Remove a saved search").by(lists(&H::remove)));
    routes.add(Route::get("/lists/{id}")
                   .forSignedIn()
                   .says("Chosen columns and saved searches of a list")
                   .gives<ListOptions>()
                   .by(lists(&H::options)));
    routes.add(Route::put("/lists/{id}/columns")
                   .forSignedIn()
                   .says("Choose the columns of a list")
                   .takes<ColumnChoice>()
                   .by(lists(&H::chooseColumns)));
    routes.add(Route::get("/lists/{id}/file")
                   .forSignedIn()
                   .says("All rows of a list as a file: format xlsx or csv, columns, and the list's own filter")
                   .by(lists(&H::file)));
}

void addMarkerRoutes(http::Routes& routes, const PersonalHandlers& handlers) {
    const HandlerOf<MarkerHandlers> markers(handlers.markers);
    using H = MarkerHandlers;
    routes.add(Route::get("/markers").forSignedIn().says("Markers of the caller").gives<ItemList<Marker>>().by(markers(&H::list)));
    routes.add(Route::post("/markers").forSignedIn().says("Make a marker").takes<MarkerInput>().gives<Marker>().by(markers(&H::create)));
    routes.add(Route::put("/markers/{id}").forSignedIn().says("Change a marker").takes<MarkerInput>().by(markers(&H::change)));
    routes.add(Route::del("/markers/{id}").forSignedIn().says("Remove a marker").by(markers(&H::remove)));
    routes.add(Route::get("/marked")
                   .forSignedIn()
                   .says("What the caller has marked of a type: plugin, type")
                   .gives<ItemList<Marked>>()
                   .by(markers(&H::marked)));
    routes.add(Route::put("/marked/{plugin}/{type}/{id}")
                   .forSignedIn()
                   .says("Choose the markers of an entity")
                   .takes<MarkerChoice>()
                   .by(markers(&H::choose)));
}

void addFollowRoutes(http::Routes& routes, const PersonalHandlers& handlers) {
    const HandlerOf<FollowHandlers> follows(handlers.follows);
    using H = FollowHandlers;
    routes.add(Route::get("/follows").forSignedIn().says("What the post follows").gives<db::Page<FollowView>>().by(follows(&H::list)));
    routes.add(Route::put("/follows/{plugin}/{type}/{id}").forSignedIn().says("Follow an entity").by(follows(&H::follow)));
    routes.add(Route::del("/follows/{plugin}/{type}/{id}").forSignedIn().says("Follow an entity no more").by(follows(&H::unfollow)));
}

void addNoteRoutes(http::Routes& routes, const PersonalHandlers& handlers) {
    const HandlerOf<NoteHandlers> notes(handlers.notes);
    using H = NoteHandlers;
    routes.add(Route::get("/unit-notes/{plugin}/{type}/{id}")
                   .forSignedIn()
                   .says("Notes of the caller's unit upon an entity")
                   .gives<ItemList<NoteView>>()
                   .by(notes(&H::list)));
    routes.add(Route::post("/unit-notes/{plugin}/{type}/{id}")
                   .forSignedIn()
                   .says("Write a note for the own unit")
                   .takes<NoteInput>()
                   .gives<NoteView>()
                   .by(notes(&H::add)));
    routes.add(Route::put("/unit-notes/{id}").forSignedIn().says("Change an own note").takes<NoteInput>().by(notes(&H::edit)));
    routes.add(Route::del("/unit-notes/{id}").forSignedIn().says("Remove an own note").by(notes(&H::remove)));
}

}  // namespace

void addPersonalRoutes(http::Routes& routes, const PersonalHandlers& handlers) {
    addListRoutes(routes, handlers);
    addMarkerRoutes(routes, handlers);
    addFollowRoutes(routes, handlers);
    addNoteRoutes(routes, handlers);
    const HandlerOf<EntityHandlers> entities(handlers.entities);
    routes.add(Route::get("/entities/{plugin}/{type}/{id}")
                   .forSignedIn()
                   .says("What the caller follows, has marked and noted of an entity")
                   .gives<EntityMarks>()
                   .by(entities(&EntityHandlers::marks)));
}

}  // namespace congvu::core
