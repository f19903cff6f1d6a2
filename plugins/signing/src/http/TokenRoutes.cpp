// SPDX-License-Identifier: Apache-2.0
#include "http/TokenRoutes.h"

#include "http/Messages.h"

namespace congvu::signingdesk {

using http::Request;
using http::Route;

/// Whose preparation or challenge it is, the repositories' WHERE clauses say.
void addTokenRoutes(http::Routes& routes, TokenHandlers& handlers) {
    const auto bind = [&handlers](auto member) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
    routes.add(Route::get("/agent")
                   .needs("signing.desk")
                   .says("Where pages find the signing agent of the desk")
                   .gives<AgentAddress>()
                   .onLoop()
                   .by(bind(&TokenHandlers::agent)));
    routes.add(Route::post("/token-challenges")
                   .needs("signing.desk")
                   .says("Check the certificate of a token and get what it has to sign")
                   .takes<TokenCertificate>()
                   .gives<ChallengeView>()
                   .by(bind(&TokenHandlers::challenge)));
    routes.add(Route::post("/token-keys")
                   .needs("signing.desk")
                   .says("Enrol the certificate of a token with the signed challenge")
                   .takes<TokenEnrolment>()
                   .gives<KeyView>()
                   .by(bind(&TokenHandlers::enrol)));
    routes.add(Route::post("/prepared")
                   .needs("signing.desk")
                   .says("Prepare requests for a key on a token")
                   .takes<TokenAct>()
                   .gives<PreparedAct>()
                   .by(bind(&TokenHandlers::prepare)));
    routes.add(Route::post("/prepared/signatures")
                   .needs("signing.desk")
                   .says("Finish prepared requests with the values of the token")
                   .takes<TokenValues>()
                   .gives<SigningResults>()
                   .by(bind(&TokenHandlers::finish)));
}

}  // namespace congvu::signingdesk
