// SPDX-License-Identifier: Apache-2.0
#include "http/Messages.h"
#include "http/RegisterHandlers.h"
#include "http/RouteParts.h"

namespace congvu::incoming {

namespace {

using http::Route;

void addBooks(http::Routes& routes, const RegisterHandlers& h) {
    routes.add(Route::get("/registers")
                   .forSignedIn()
                   .says("Registers of the agency")
                   .gives<Items<RegisterBook>>()
                   .by(call(h, &RegisterHandlers::list)));
    routes.add(Route::post("/registers")
                   .needs(permission::kRegisters)
                   .says("Define a register")
                   .takes<RegisterBookInput>()
                   .gives<RegisterBook>()
                   .by(call(h, &RegisterHandlers::define)));
    routes.add(Route::put("/registers/{code}")
                   .needs(permission::kRegisters)
                   .says("Change a register")
                   .takes<RegisterBookChange>()
                   .gives<RegisterBook>()
                   .by(call(h, &RegisterHandlers::change)));
    routes.add(Route::get("/registers/{code}/reservations")
                   .needs(permission::kRegister)
                   .says("Numbers kept free")
                   .gives<db::Page<Reservation>>()
                   .by(call(h, &RegisterHandlers::reservations)));
    routes.add(Route::post("/registers/{code}/reservations")
                   .needs(permission::kRegister)
                   .says("Keep the next number free")
                   .takes<ReservationInput>()
                   .gives<Reservation>()
                   .by(call(h, &RegisterHandlers::reserve)));
    routes.add(Route::post("/reservations/{id}/voiding")
                   .needs(permission::kRegister)
                   .says("Void a number kept free")
                   .takes<ReasonInput>()
                   .gives<Reservation>()
                   .by(call(h, &RegisterHandlers::voidReservation)));
    routes.add(Route::get("/registers/{code}/print")
                   .needs(permission::kReadAll)
                   .says("A register as PDF, XLSX or CSV: form=arrival or tracking, from, to, format")
                   .by(call(h, &RegisterHandlers::print)));
}

void addDocumentPrints(http::Routes& routes, const RegisterHandlers& h) {
    routes.add(Route::get("/documents/{id}/processing-slip")
                   .needs(permission::kRead)
                   .says("Processing slip, PDF")
                   .by(call(h, &RegisterHandlers::processingSlip)));
    routes.add(Route::get("/documents/{id}/arrival-stamp")
                   .needs(permission::kRead)
                   .says("A copy with the arrival stamp: at=left or right, or x and y in millimetres")
                   .by(call(h, &RegisterHandlers::stampedCopy)));
    routes.add(Route::get("/documents/{id}/record")
                   .needs(permission::kRead)
                   .says("The record of Appendix VI, XML")
                   .by(call(h, &RegisterHandlers::record)));
}

void addSenders(http::Routes& routes, const RegisterHandlers& h) {
    routes.add(Route::get("/sender-categories")
                   .needs(permission::kRead)
                   .says("Groups of senders")
                   .gives<Items<SenderCategory>>()
                   .by(call(h, &RegisterHandlers::categories)));
    routes.add(Route::put("/sender-categories")
                   .needs(permission::kRegister)
                   .says("Write the groups of senders")
                   .takes<SenderCategories>()
                   .gives<Items<SenderCategory>>()
                   .by(call(h, &RegisterHandlers::replaceCategories)));
    routes.add(Route::get("/senders")
                   .needs(permission::kReadAll)
                   .says("Issuers met before")
                   .gives<db::Page<Sender>>()
                   .by(call(h, &RegisterHandlers::senders)));
    routes.add(Route::put("/senders")
                   .needs(permission::kRegister)
                   .says("Put an issuer into a group")
                   .takes<SenderChoice>()
                   .by(call(h, &RegisterHandlers::setCategory)));
    routes.add(Route::get("/source-report")
                   .needs(permission::kReadAll)
                   .says("Arrivals of a period by source")
                   .gives<SourceReport>()
                   .by(call(h, &RegisterHandlers::sourceReport)));
    routes.add(Route::get("/source-report/print")
                   .needs(permission::kReadAll)
                   .says("The report by source as PDF, XLSX or CSV")
                   .by(call(h, &RegisterHandlers::printSourceReport)));
}

}  // namespace

void addRegisterRoutes(http::Routes& routes, const RegisterHandlers& handlers) {
    addBooks(routes, handlers);
    addDocumentPrints(routes, handlers);
    addSenders(routes, handlers);
}

}  // namespace congvu::incoming
