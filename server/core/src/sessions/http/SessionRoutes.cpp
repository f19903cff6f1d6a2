// SPDX-License-Identifier: Apache-2.0
#include "sessions/http/SessionRoutes.h"

#include "shared/domain/ItemList.h"
#include "shared/http/HandlerOf.h"

namespace congvu::core {

void addSessionRoutes(http::Routes& routes, std::shared_ptr<const SessionHandlers> handlers) {
    using Handlers = SessionHandlers;
    using http::Route;
    constexpr std::size_t kSmallBody = 16 * 1024;
    const HandlerOf<Handlers> to(std::move(handlers));
    routes.add(Route::post("/session")
                   .forEveryone()
                   .upTo(kSmallBody)
                   .says("Sign in")
                   .takes<SignInInput>()
                   .gives<SessionView>()
                   .by(to(&Handlers::signIn)));
    routes.add(Route::get("/session").forSignedIn().says("Who am I").gives<SessionView>().by(to(&Handlers::show)));
    routes.add(Route::del("/session").forSignedIn().says("Sign out").by(to(&Handlers::signOut)));
    routes.add(Route::put("/session/post")
                   .forSignedIn()
                   .upTo(kSmallBody)
                   .says("Act in another post")
                   .takes<SwitchPostInput>()
                   .gives<SessionView>()
                   .by(to(&Handlers::switchPost)));
    routes.add(Route::put("/session/preferences")
                   .forSignedIn()
                   .upTo(kSmallBody)
                   .says("Language and looks")
                   .takes<PreferencesInput>()
                   .gives<SessionView>()
                   .by(to(&Handlers::setPreferences)));
    routes.add(Route::put("/session/password")
                   .forSignedIn()
                   .upTo(kSmallBody)
                   .says("Change the password")
                   .takes<PasswordInput>()
                   .by(to(&Handlers::changePassword)));
    routes.add(Route::get("/sessions").forSignedIn().says("Own sessions").gives<ItemList<OpenSessionView>>().by(to(&Handlers::list)));
    routes.add(Route::del("/sessions/{id}").forSignedIn().says("End one session").by(to(&Handlers::end)));
    routes.add(Route::del("/sessions").forSignedIn().says("Sign out everywhere but here").by(to(&Handlers::endOthers)));
}

}  // namespace congvu::core
