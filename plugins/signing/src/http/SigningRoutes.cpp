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

/// Whose desk it is, the repository's WHERE clause says.
void addDesk(http::Routes& routes, SigningHandlers& handlers) {
    const auto bind = [&handlers](auto member) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
    routes.add(Route::get("/requests")
                   .needs("signing.desk")
                   .says("Requests on the caller's desk")
                   .gives<db::Page<RequestView>>()
                   .onLoop()
                   .by(bind(&SigningHandlers::listRequests)));
    routes.add(
        Route::get("/requests/{id}").needs("signing.desk").says("One request").gives<RequestView>().by(bind(&SigningHandlers::getRequest)));
    routes.add(Route::get("/requests/{id}/file")
                   .needs("signing.desk")
                   .says("The PDF to sign, or the signed one")
                   .by(bind(&SigningHandlers::getFile)));
    routes.add(Route::get("/requests/{id}/outline")
                   .needs("signing.desk")
                   .says("Pages and fields of the PDF")
                   .gives<Outline>()
                   .by(bind(&SigningHandlers::getOutline)));
    routes.add(Route::get("/requests/{id}/verification")
                   .needs("signing.desk")
                   .says("Report on the signatures so far")
                   .by(bind(&SigningHandlers::getVerification)));
    routes.add(Route::post("/sign")
                   .needs("signing.desk")
                   .says("Sign requests in one act")
                   .takes<SigningAct>()
                   .gives<SigningResults>()
                   .by(bind(&SigningHandlers::sign)));
    routes.add(Route::post("/requests/{id}/return")
                   .needs("signing.desk")
                   .says("Give a request back with a note")
                   .takes<ReturnNote>()
                   .by(bind(&SigningHandlers::giveBack)));
    routes.add(Route::post("/verify")
                   .needs("signing.desk")
                   .acceptsFiles(kLargestDocument)
                   .says("Verify a PDF; nothing is stored")
                   .by(bind(&SigningHandlers::verify)));
}

void addKeys(http::Routes& routes, SigningHandlers& handlers) {
    const auto bind = [&handlers](auto member) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
    routes.add(
        Route::get("/keys").needs("signing.desk").says("Keys the caller may use").gives<KeyList>().by(bind(&SigningHandlers::listKeys)));
    routes.add(Route::post("/keys")
                   .needs("signing.desk")
                   .acceptsFiles(kLargestPkcs12)
                   .says("Enrol a PKCS#12 key")
                   .takes<KeyEnrolment>()
                   .gives<KeyView>()
                   .by(bind(&SigningHandlers::enrolKey)));
    routes.add(Route::put("/keys/{id}/image")
                   .needs("signing.desk")
                   .acceptsFiles(kLargestImageUpload)
                   .says("Set the picture of a signature or seal")
                   .by(bind(&SigningHandlers::setImage)));
    routes.add(Route::get("/keys/{id}/image").needs("signing.desk").says("The picture").by(bind(&SigningHandlers::getImage)));
    routes.add(Route::post("/keys/{id}/pin")
                   .needs("signing.desk")
                   .says("Change the PIN")
                   .takes<PinChange>()
                   .by(bind(&SigningHandlers::changePin)));
    routes.add(Route::del("/keys/{id}").needs("signing.desk").says("Remove a key").by(bind(&SigningHandlers::removeKey)));
    routes.add(Route::get("/agency-keys")
                   .needs("signing.keys")
                   .says("Keys of the agency")
                   .gives<KeyList>()
                   .by(bind(&SigningHandlers::listAgencyKeys)));
    routes.add(Route::del("/agency-keys/{id}")
                   .needs("signing.keys")
                   .says("Remove a key of the agency")
                   .by(bind(&SigningHandlers::removeAgencyKey)));
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
