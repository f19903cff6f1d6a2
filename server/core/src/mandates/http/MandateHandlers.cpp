// SPDX-License-Identifier: Apache-2.0
#include "mandates/http/MandateHandlers.h"

#include "shared/domain/CreatedId.h"
#include "shared/http/HandlerOf.h"

#include "congvu/error/AppError.h"

namespace congvu::core {

namespace {

MandateScope scopeOf(const http::Request& request) {
    const auto scope = request.query("scope").value_or("own");
    if (scope != "own" && scope != "agency") {
        throw AppError::invalidField("/scope", "unknown-choice");
    }
    return scope == "own" ? MandateScope::own : MandateScope::agency;
}

AbsenceDays daysOf(const http::Request& request) {
    const auto days = request.query("days").value_or("all");
    if (days != "all" && days != "not_over") {
        throw AppError::invalidField("/days", "unknown-choice");
    }
    return days == "all" ? AbsenceDays::all : AbsenceDays::notOver;
}

}  // namespace

http::Response MandateHandlers::listAbsences(const http::Request& request) const {
    return http::Response::json(reading_.absences(request.caller(), scopeOf(request), daysOf(request), request.page()));
}

http::Response MandateHandlers::enterAbsence(const http::Request& request) const {
    return http::Response::json(CreatedId{manage_.enterAbsence(request.caller(), request.body<NewAbsence>())}, 201);
}

http::Response MandateHandlers::endAbsence(const http::Request& request) const {
    manage_.endAbsence(request.caller(), request.path("id"));
    return http::Response::noContent();
}

http::Response MandateHandlers::list(const http::Request& request) const {
    return http::Response::json(reading_.list(request.caller(), scopeOf(request), request.page()));
}

http::Response MandateHandlers::choices(const http::Request& request) const {
    return http::Response::json(reading_.choices(request.caller(), request.query("postId").value_or("")));
}

http::Response MandateHandlers::give(const http::Request& request) const {
    return http::Response::json(CreatedId{manage_.give(request.caller(), request.body<NewMandate>())}, 201);
}

http::Response MandateHandlers::revoke(const http::Request& request) const {
    manage_.requireMandate(request.caller(), request.path("id"));
    manage_.revoke(request.caller(), request.path("id"), request.body<RevocationInput>().reason);
    return http::Response::noContent();
}

void addMandateRoutes(http::Routes& routes, std::shared_ptr<const MandateHandlers> handlers) {
    using Handlers = MandateHandlers;
    using http::Route;
    const HandlerOf<Handlers> to(std::move(handlers));
    routes.add(Route::get("/absences").forSignedIn().says("Absences").gives<db::Page<AbsenceView>>().by(to(&Handlers::listAbsences)));
    routes.add(Route::post("/absences")
                   .forSignedIn()
                   .says("Enter an absence")
                   .takes<NewAbsence>()
                   .gives<CreatedId>()
                   .by(to(&Handlers::enterAbsence)));
    routes.add(Route::post("/absences/{id}/ending").forSignedIn().says("Back from an absence").by(to(&Handlers::endAbsence)));
    routes.add(Route::get("/mandates").forSignedIn().says("Mandates").gives<db::Page<MandateView>>().by(to(&Handlers::list)));
    routes.add(
        Route::get("/mandate-choices").forSignedIn().says("What a post may entrust").gives<MandateChoices>().by(to(&Handlers::choices)));
    routes.add(
        Route::post("/mandates").forSignedIn().says("Give a mandate").takes<NewMandate>().gives<CreatedId>().by(to(&Handlers::give)));
    routes.add(
        Route::post("/mandates/{id}/revocation").forSignedIn().says("Revoke a mandate").takes<RevocationInput>().by(to(&Handlers::revoke)));
}

}  // namespace congvu::core
