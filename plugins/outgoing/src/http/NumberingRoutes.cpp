// SPDX-License-Identifier: Apache-2.0
#include "http/NumberingHandlers.h"
#include "http/NumberingMessages.h"

namespace congvu::outgoing {

namespace {

using http::Request;
using http::Route;

auto numberingBinder(NumberingHandlers& handlers) {
    return [&handlers](http::Response (NumberingHandlers::*member)(const Request&)) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
}

void addRules(http::Routes& routes, NumberingHandlers& handlers) {
    const auto by = numberingBinder(handlers);
    routes.add(Route::get("/numbering")
                   .needs("outgoing.numbering")
                   .says("Rules of number and symbol, and decisions about sequences")
                   .gives<NumberingView>()
                   .by(by(&NumberingHandlers::rules)));
    routes.add(Route::post("/numbering/preview")
                   .needs("outgoing.numbering")
                   .says("What a rule would write, nothing stored")
                   .takes<RuleInput>()
                   .gives<RulePreview>()
                   .by(by(&NumberingHandlers::preview)));
    routes.add(Route::post("/numbering/rules")
                   .needs("outgoing.numbering")
                   .says("A rule in force from a day on")
                   .takes<RuleInput>()
                   .gives<SymbolRule>()
                   .by(by(&NumberingHandlers::addRule)));
    routes.add(Route::del("/numbering/rules/{id}")
                   .needs("outgoing.numbering")
                   .says("Take back a rule that is not in force yet")
                   .by(by(&NumberingHandlers::removeRule)));
    routes.add(Route::post("/numbering/decisions")
                   .needs("outgoing.numbering")
                   .says("One sequence, one for each type or for groups, from a year on")
                   .takes<DecisionInput>()
                   .gives<NumberingView>()
                   .by(by(&NumberingHandlers::decide)));
}

void addRegister(http::Routes& routes, NumberingHandlers& handlers) {
    const auto by = numberingBinder(handlers);
    routes.add(Route::get("/register")
                   .needs("outgoing.read-all")
                   .says("Numbers of the register of outgoing documents")
                   .gives<db::Page<NumberEntry>>()
                   .by(by(&NumberingHandlers::page)));
    routes.add(Route::get("/register/sequences")
                   .needs("outgoing.read-all")
                   .says("Sequences of a year with their last numbers")
                   .gives<SequenceList>()
                   .by(by(&NumberingHandlers::sequences)));
    routes.add(Route::get("/register/print")
                   .needs("outgoing.read-all")
                   .says("The register as PDF, XLSX or CSV (Decree 30/2020, App. IV)")
                   .by(by(&NumberingHandlers::print)));
    routes.add(Route::get("/register/records")
                   .needs("outgoing.read-all")
                   .says("Records of issued documents (Decree 30/2020, App. VI)")
                   .by(by(&NumberingHandlers::records)));
    routes.add(Route::post("/register/reservations")
                   .needs("outgoing.issue")
                   .says("Reserve the next numbers")
                   .takes<ReservationInput>()
                   .gives<Reservation>()
                   .by(by(&NumberingHandlers::reserve)));
    routes.add(Route::post("/register/cancellations")
                   .needs("outgoing.issue")
                   .says("Cancel a reserved number; it stays recorded")
                   .takes<ReleaseInput>()
                   .by(by(&NumberingHandlers::release)));
}

}  // namespace

void addNumberingRoutes(http::Routes& routes, NumberingHandlers& handlers) {
    addRules(routes, handlers);
    addRegister(routes, handlers);
}

}  // namespace congvu::outgoing
