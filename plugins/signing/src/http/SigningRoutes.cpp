// SPDX-License-Identifier: Apache-2.0
#include "http/SigningRoutes.h"

#include "domain/Outline.h"
#include "http/Messages.h"

namespace congvu::signingdesk {

namespace {

constexpr std::size_t kLargestPkcs12 = 256 * 1024;
constexpr std::size_t kLargestImageUpload = 2 * 1024 * 1024;
constexpr std::size_t kLargestDocument = 60 * 1024 * 1024;

using http::Request;
using http::Route;

/// Signing belongs to whoever has a key to use; which desk it is, the repository's WHERE clause says.
void addDesk(http::Routes& routes, SigningHandlers& handlers) {
    const auto bind = [&handlers](auto member) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
    routes.add(Route::get("/requests")
                   .forSignedIn()
                   .says("Requests on the caller's desk")
                   .gives<db::Page<RequestView>>()
                   .by(bind(&SigningHandlers::listRequests)));
    routes.add(Route::get("/requests/{id}").forSignedIn().says("One request").gives<RequestView>().by(bind(&SigningHandlers::getRequest)));
    routes.add(
        Route::get("/requests/{id}/file").forSignedIn().says("The PDF to sign, or the signed one").by(bind(&SigningHandlers::getFile)));
    routes.add(Route::get("/requests/{id}/outline")
                   .forSignedIn()
                   .says("Pages and fields of the PDF")
                   .gives<Outline>()
                   .by(bind(&SigningHandlers::getOutline)));
    routes.add(Route::get("/requests/{id}/verification")
                   .forSignedIn()
                   .says("Report on the signatures so far")
                   .by(bind(&SigningHandlers::getVerification)));
    routes.add(Route::post("/sign")
                   .forSignedIn()
                   .says("Sign requests in one act")
                   .takes<SigningAct>()
                   .gives<SigningResults>()
                   .by(bind(&SigningHandlers::sign)));
    routes.add(Route::post("/requests/{id}/return")
                   .forSignedIn()
                   .says("Give a request back with a note")
                   .takes<ReturnNote>()
                   .by(bind(&SigningHandlers::giveBack)));
    routes.add(Route::post("/verify")
                   .forSignedIn()
                   .acceptsFiles(kLargestDocument)
                   .says("Verify a PDF; nothing is stored")
                   .by(bind(&SigningHandlers::verify)));
}

void addKeys(http::Routes& routes, SigningHandlers& handlers) {
    const auto bind = [&handlers](auto member) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
    routes.add(Route::get("/keys").forSignedIn().says("Keys the caller may use").gives<KeyList>().by(bind(&SigningHandlers::listKeys)));
    routes.add(Route::post("/keys")
                   .forSignedIn()
                   .acceptsFiles(kLargestPkcs12)
                   .says("Enrol a PKCS#12 key")
                   .takes<KeyEnrolment>()
                   .gives<KeyView>()
                   .by(bind(&SigningHandlers::enrolKey)));
    routes.add(Route::put("/keys/{id}/image")
                   .forSignedIn()
                   .acceptsFiles(kLargestImageUpload)
                   .says("Set the picture of a signature or seal")
                   .by(bind(&SigningHandlers::setImage)));
    routes.add(Route::get("/keys/{id}/image").forSignedIn().says("The picture").by(bind(&SigningHandlers::getImage)));
    routes.add(Route::post("/keys/{id}/pin").forSignedIn().says("Change the PIN").takes<PinChange>().by(bind(&SigningHandlers::changePin)));
    routes.add(Route::del("/keys/{id}").forSignedIn().says("Remove a key").by(bind(&SigningHandlers::removeKey)));
    routes.add(Route::get("/agency-keys")
                   .needs("signing.keys")
                   .says("Keys of the agency")
                   .gives<KeyList>()
                   .by(bind(&SigningHandlers::listAgencyKeys)));
    routes.add(Route::post("/agency-keys/{id}/unlock").needs("signing.keys").says("Unlock a key").by(bind(&SigningHandlers::unlockKey)));
}

void addRoots(http::Routes& routes, SigningHandlers& handlers) {
    const auto bind = [&handlers](auto member) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
    routes.add(Route::get("/roots").needs("signing.trust").says("Trusted roots").gives<RootList>().by(bind(&SigningHandlers::listRoots)));
    routes.add(Route::post("/roots")
                   .needs("signing.trust")
                   .acceptsFiles(kLargestPkcs12)
                   .says("Add a trusted root")
                   .takes<RootUpload>()
                   .gives<RootList>()
                   .by(bind(&SigningHandlers::addRoot)));
    routes.add(Route::del("/roots/{id}").needs("signing.trust").says("Remove a trusted root").by(bind(&SigningHandlers::removeRoot)));
}

}  // namespace

void addRoutes(http::Routes& routes, SigningHandlers& handlers) {
    addDesk(routes, handlers);
    addKeys(routes, handlers);
    addRoots(routes, handlers);
}

}  // namespace congvu::signingdesk
