// SPDX-License-Identifier: Apache-2.0
#include "http/Messages.h"
#include "http/PaperHandlers.h"

namespace congvu::outgoing {

namespace {

using http::Request;
using http::Route;

auto paperBinder(PaperHandlers& handlers) {
    return [&handlers](http::Response (PaperHandlers::*member)(const Request&)) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
}

void addItems(http::Routes& routes, PaperHandlers& handlers) {
    const auto by = paperBinder(handlers);
    routes.add(Route::get("/paper/items")
                   .needs("outgoing.issue")
                   .says("Paper that waits for a list")
                   .gives<db::Page<PaperItem>>()
                   .by(by(&PaperHandlers::waiting)));
    routes.add(Route::post("/paper/items/{id}/return")
                   .needs("outgoing.issue")
                   .says("What was handed over came back")
                   .takes<RequiredNote>()
                   .by(by(&PaperHandlers::cameBack)));
    routes.add(Route::post("/paper/items/{id}/again")
                   .needs("outgoing.issue")
                   .says("What came back waits for a list again")
                   .by(by(&PaperHandlers::sendAgain)));
    routes.add(Route::get("/paper/items/{id}/notice")
                   .needs("outgoing.issue")
                   .says("Word of a recall or a later document, to be signed")
                   .by(by(&PaperHandlers::notice)));
}

void addLists(http::Routes& routes, PaperHandlers& handlers) {
    const auto by = paperBinder(handlers);
    routes.add(Route::get("/paper/lists")
                   .needs("outgoing.issue")
                   .says("Lists of paper, the latest first")
                   .gives<db::Page<PaperList>>()
                   .by(by(&PaperHandlers::lists)));
    routes.add(Route::post("/paper/lists")
                   .needs("outgoing.issue")
                   .says("Make a list of what waits")
                   .takes<PaperListInput>()
                   .gives<Created>()
                   .by(by(&PaperHandlers::create)));
    routes.add(
        Route::get("/paper/lists/{id}").needs("outgoing.issue").says("One list").gives<PaperListView>().by(by(&PaperHandlers::list)));
    routes.add(Route::put("/paper/lists/{id}")
                   .needs("outgoing.issue")
                   .says("Set carrier, envelopes and copies; take items off")
                   .takes<PaperPlaces>()
                   .gives<PaperListView>()
                   .by(by(&PaperHandlers::change)));
    routes.add(Route::post("/paper/lists/{id}/items")
                   .needs("outgoing.issue")
                   .says("Put more of what waits on the list")
                   .takes<PaperListInput>()
                   .gives<PaperListView>()
                   .by(by(&PaperHandlers::add)));
    routes.add(Route::del("/paper/lists/{id}")
                   .needs("outgoing.issue")
                   .says("Give a list up that is not handed over")
                   .by(by(&PaperHandlers::remove)));
    routes.add(Route::put("/paper/lists/{id}/hand-over")
                   .needs("outgoing.issue")
                   .says("The list is handed over, with day and receiver")
                   .takes<HandOverInput>()
                   .gives<PaperListView>()
                   .by(by(&PaperHandlers::handOver)));
}

void addPrints(http::Routes& routes, PaperHandlers& handlers) {
    const auto by = paperBinder(handlers);
    routes.add(Route::get("/paper/lists/{id}/print")
                   .needs("outgoing.issue")
                   .says("The list to be signed for, as PDF, XLSX or CSV (Decree 30/2020, App. IV)")
                   .by(by(&PaperHandlers::printList)));
    routes.add(Route::get("/paper/lists/{id}/labels")
                   .needs("outgoing.issue")
                   .says("Address labels, sixteen on a page")
                   .by(by(&PaperHandlers::labels)));
    routes.add(Route::get("/paper/lists/{id}/envelopes")
                   .needs("outgoing.issue")
                   .says("Envelopes, one on a page")
                   .by(by(&PaperHandlers::envelopes)));
    routes.add(Route::get("/paper/register")
                   .needs("outgoing.issue")
                   .says("What was handed over in a period, as PDF, XLSX or CSV")
                   .by(by(&PaperHandlers::registerOf)));
}

}  // namespace

void addPaperRoutes(http::Routes& routes, PaperHandlers& handlers) {
    addItems(routes, handlers);
    addLists(routes, handlers);
    addPrints(routes, handlers);
}

}  // namespace congvu::outgoing
