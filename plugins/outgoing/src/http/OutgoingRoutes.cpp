// SPDX-License-Identifier: Apache-2.0
#include "http/OutgoingRoutes.h"

#include "http/Messages.h"

namespace congvu::outgoing {

namespace {

using http::Request;
using http::Route;

constexpr std::size_t kLargestDraft = 2 * 1024 * 1024;

auto binder(OutgoingHandlers& handlers) {
    return [&handlers](http::Response (OutgoingHandlers::*member)(const Request&)) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
}

void addForms(http::Routes& routes, OutgoingHandlers& handlers) {
    const auto by = binder(handlers);
    routes.add(Route::get("/forms").needs("outgoing.draft").says("Document forms").by(by(&OutgoingHandlers::listForms)));
    routes.add(Route::get("/forms/{id}").needs("outgoing.draft").says("One form").by(by(&OutgoingHandlers::getForm)));
    routes.add(Route::get("/form-use")
                   .needs("outgoing.draft")
                   .says("Forms that the caller's post uses most")
                   .gives<FormUseList>()
                   .by(by(&OutgoingHandlers::formUse)));
    routes.add(Route::post("/preview")
                   .needs("outgoing.draft")
                   .says("Lay out values as a PDF, nothing stored")
                   .upTo(kLargestDraft)
                   .takes<PreviewInput>()
                   .by(by(&OutgoingHandlers::preview)));
    routes.add(Route::get("/draft-defaults")
                   .needs("outgoing.draft")
                   .says("Values a new draft starts with")
                   .gives<DraftDefaults>()
                   .by(by(&OutgoingHandlers::defaults)));
    routes.add(Route::get("/suggested-chain")
                   .needs("outgoing.draft")
                   .says("Who usually reviews and signs")
                   .gives<ChainList>()
                   .by(by(&OutgoingHandlers::suggestedChain)));
}

void addReading(http::Routes& routes, OutgoingHandlers& handlers) {
    const auto by = binder(handlers);
    routes.add(Route::get("/documents")
                   .needs("outgoing.read")
                   .says("Outgoing documents the caller may see")
                   .gives<db::Page<DocumentRow>>()
                   .by(by(&OutgoingHandlers::list)));
    routes.add(Route::get("/counters")
                   .needs("outgoing.read")
                   .says("What waits for the caller, and the agency's documents by state")
                   .gives<Counters>()
                   .by(by(&OutgoingHandlers::counters)));
    routes.add(
        Route::get("/documents/{id}").needs("outgoing.read").says("One document").gives<DocumentView>().by(by(&OutgoingHandlers::get)));
    routes.add(Route::get("/documents/{id}/versions")
                   .needs("outgoing.read")
                   .says("Kept versions of the draft")
                   .gives<VersionList>()
                   .by(by(&OutgoingHandlers::versions)));
    routes.add(Route::get("/documents/{id}/timeline")
                   .needs("outgoing.read")
                   .says("History")
                   .gives<TimelineList>()
                   .by(by(&OutgoingHandlers::timeline)));
    routes.add(
        Route::get("/documents/{id}/files/{fileId}").needs("outgoing.read").says("A file of the document").by(by(&OutgoingHandlers::file)));
}

void addDrafting(http::Routes& routes, OutgoingHandlers& handlers) {
    const auto by = binder(handlers);
    routes.add(Route::post("/documents")
                   .needs("outgoing.draft")
                   .says("Start a draft")
                   .upTo(kLargestDraft)
                   .takes<DraftInput>()
                   .gives<Created>()
                   .by(by(&OutgoingHandlers::create)));
    routes.add(Route::put("/documents/{id}")
                   .needs("outgoing.read")
                   .says("Save a new version")
                   .upTo(kLargestDraft)
                   .takes<DraftInput>()
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::edit)));
    routes.add(Route::post("/documents/{id}/cancel").needs("outgoing.draft").says("Give a draft up").by(by(&OutgoingHandlers::cancel)));
}

void addReviewing(http::Routes& routes, OutgoingHandlers& handlers) {
    const auto by = binder(handlers);
    routes.add(Route::post("/documents/{id}/submit")
                   .needs("outgoing.draft")
                   .says("Send a draft on its way")
                   .takes<Submission>()
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::submit)));
    routes.add(Route::post("/documents/{id}/pass")
                   .needs("outgoing.read")
                   .says("Pass on to the next reviewer")
                   .takes<OptionalNote>()
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::pass)));
    routes.add(Route::post("/documents/{id}/return")
                   .needs("outgoing.read")
                   .says("Give back to the drafter")
                   .takes<RequiredNote>()
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::giveBack)));
    routes.add(Route::post("/documents/{id}/withdraw")
                   .needs("outgoing.draft")
                   .says("Take a draft back")
                   .takes<OptionalNote>()
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::withdraw)));
    routes.add(Route::post("/documents/{id}/signer")
                   .needs("outgoing.sign")
                   .says("Lay out for whoever signs it now")
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::takeSignature)));
}

void addIssuing(http::Routes& routes, OutgoingHandlers& handlers) {
    const auto by = binder(handlers);
    routes.add(Route::post("/documents/{id}/number")
                   .needs("outgoing.issue")
                   .says("Give number and date")
                   .takes<NumberInput>()
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::number)));
    routes.add(Route::post("/documents/{id}/cancel-number")
                   .needs("outgoing.issue")
                   .says("Cancel a wrong number before issuing; it stays recorded")
                   .takes<RequiredNote>()
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::cancelNumber)));
    routes.add(Route::post("/documents/{id}/seal")
                   .needs("outgoing.issue")
                   .says("Ask for the seal again")
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::seal)));
    routes.add(Route::post("/documents/{id}/issue")
                   .needs("outgoing.issue")
                   .says("Send to the recipients")
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::issue)));
    routes.add(Route::post("/documents/{id}/recall")
                   .needs("outgoing.read")
                   .says("Ask the recipients to give it back")
                   .takes<RequiredNote>()
                   .gives<DocumentView>()
                   .by(by(&OutgoingHandlers::recall)));
}

}  // namespace

void addRoutes(http::Routes& routes, OutgoingHandlers& handlers) {
    addForms(routes, handlers);
    addReading(routes, handlers);
    addDrafting(routes, handlers);
    addReviewing(routes, handlers);
    addIssuing(routes, handlers);
}

}  // namespace congvu::outgoing
