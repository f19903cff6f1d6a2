// SPDX-License-Identifier: Apache-2.0
#include "http/FileRoutes.h"

namespace congvu::outgoing {

namespace {

using http::Request;
using http::Route;

constexpr std::size_t kLargestFile = 52 * 1024 * 1024;

auto fileBinder(FileHandlers& handlers) {
    return [&handlers](http::Response (FileHandlers::*member)(const Request&)) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
}

void addAppendices(http::Routes& routes, FileHandlers& handlers) {
    const auto by = fileBinder(handlers);
    routes.add(Route::post("/documents/{id}/attachments")
                   .needs("outgoing.draft")
                   .says("Attach an appendix in a file of its own")
                   .acceptsFiles(kLargestFile)
                   .gives<AppendixView>()
                   .by(by(&FileHandlers::attach)));
    routes.add(Route::put("/documents/{id}/attachments/{fileId}")
                   .needs("outgoing.draft")
                   .says("Name an appendix, give it another number")
                   .takes<AppendixInput>()
                   .gives<DocumentView>()
                   .by(by(&FileHandlers::describe)));
    routes.add(Route::del("/documents/{id}/attachments/{fileId}")
                   .needs("outgoing.draft")
                   .says("Remove an appendix")
                   .by(by(&FileHandlers::detach)));
}

void addOwnFile(http::Routes& routes, FileHandlers& handlers) {
    const auto by = fileBinder(handlers);
    routes.add(Route::post("/documents/{id}/own-file")
                   .needs("outgoing.draft")
                   .says("Make a DOCX or ODT the body of the draft; it is converted in the background")
                   .acceptsFiles(kLargestFile)
                   .gives<DocumentView>()
                   .by(by(&FileHandlers::putOwnFile)));
    routes.add(Route::del("/documents/{id}/own-file")
                   .needs("outgoing.draft")
                   .says("Back to the form")
                   .gives<DocumentView>()
                   .by(by(&FileHandlers::removeOwnFile)));
    routes.add(Route::put("/documents/{id}/own-file/places")
                   .needs("outgoing.draft")
                   .says("Where number, date and signature go")
                   .takes<PlacesInput>()
                   .gives<DocumentView>()
                   .by(by(&FileHandlers::placeOwnFile)));
    routes.add(Route::post("/documents/{id}/own-file/conversion")
                   .needs("outgoing.draft")
                   .says("Try a conversion that failed once more")
                   .gives<DocumentView>()
                   .by(by(&FileHandlers::convertAgain)));
}

void addVersions(http::Routes& routes, FileHandlers& handlers) {
    const auto by = fileBinder(handlers);
    routes.add(Route::get("/documents/{id}/versions/{draftNumber}/pages")
                   .needs("outgoing.read")
                   .says("A kept version as PDF")
                   .by(by(&FileHandlers::versionPages)));
    routes.add(Route::get("/documents/{id}/versions/{draftNumber}/text")
                   .needs("outgoing.read")
                   .says("A kept version as paragraphs")
                   .gives<VersionText>()
                   .by(by(&FileHandlers::versionText)));
}

}  // namespace

void addFileRoutes(http::Routes& routes, FileHandlers& handlers) {
    addAppendices(routes, handlers);
    addOwnFile(routes, handlers);
    addVersions(routes, handlers);
}

}  // namespace congvu::outgoing
