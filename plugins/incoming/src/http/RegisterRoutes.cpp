// SPDX-License-Identifier: Apache-2.0
#include "http/Messages.h"
#include "http/RegisterHandlers.h"

namespace congvu::incoming {

namespace {

using http::Route;
using H = RegisterHandlers;

constexpr const char* kReadAll = "incoming.read-all";
constexpr const char* kRead = "incoming.read";
constexpr const char* kRegister = "incoming.register";
constexpr const char* kRegisters = "incoming.registers";

http::Handler call(const H& handlers, http::Response (H::*method)(const http::Request&) const) {
    return [&handlers, method](const http::Request& request) { return (handlers.*method)(request); };
}

void addBooks(http::Routes& routes, const H& h) {
    routes.add(Route::get("/registers").forSignedIn().says("Registers of the agency").gives<Items<RegisterBook>>().by(call(h, &H::list)));
    routes.add(Route::post("/registers")
                   .needs(kRegisters)
                   .says("Define a register")
                   .takes<RegisterBookInput>()
                   .gives<RegisterBook>()
                   .by(call(h, &H::define)));
    routes.add(Route::put("/registers/{code}")
                   .needs(kRegisters)
                   .says("Change a register")
                   .takes<RegisterBookChange>()
                   .gives<RegisterBook>()
                   .by(call(h, &H::change)));
    routes.add(Route::get("/registers/{code}/reservations")
                   .needs(kRegister)
                   .says("Numbers kept free")
                   .gives<db::Page<Reservation>>()
                   .by(call(h, &H::reservations)));
    routes.add(Route::post("/registers/{code}/reservations")
                   .needs(kRegister)
                   .says("Keep the next number free")
                   .takes<ReservationInput>()
                   .gives<Reservation>()
                   .by(call(h, &H::reserve)));
    routes.add(Route::post("/reservations/{id}/voiding")
                   .needs(kRegister)
                   .says("Void a number kept free")
                   .takes<ReasonInput>()
                   .gives<Reservation>()
                   .by(call(h, &H::voidReservation)));
    routes.add(Route::get("/registers/{code}/print")
                   .needs(kReadAll)
                   .says("A register as PDF, XLSX or CSV: form=arrival or tracking, from, to, format")
                   .by(call(h, &H::print)));
}

void addDocumentPrints(http::Routes& routes, const H& h) {
    routes.add(Route::get("/documents/{id}/processing-slip").needs(kRead).says("Processing slip, PDF").by(call(h, &H::processingSlip)));
    routes.add(Route::get("/documents/{id}/arrival-stamp")
                   .needs(kRead)
                   .says("A copy with the arrival stamp: at=left or right, or x and y in millimetres")
                   .by(call(h, &H::stampedCopy)));
    routes.add(Route::get("/documents/{id}/record").needs(kRead).says("The record of Appendix VI, XML").by(call(h, &H::record)));
}

void addSenders(http::Routes& routes, const H& h) {
    routes.add(
        Route::get("/sender-categories").needs(kRead).says("Groups of senders").gives<Items<SenderCategory>>().by(call(h, &H::categories)));
    routes.add(Route::put("/sender-categories")
                   .needs(kRegister)
                   .says("Write the groups of senders")
                   .takes<SenderCategories>()
                   .gives<Items<SenderCategory>>()
                   .by(call(h, &H::replaceCategories)));
    routes.add(Route::get("/senders").needs(kReadAll).says("Issuers met before").gives<db::Page<Sender>>().by(call(h, &H::senders)));
    routes.add(
        Route::put("/senders").needs(kRegister).says("Put an issuer into a group").takes<SenderChoice>().by(call(h, &H::setCategory)));
    routes.add(Route::get("/source-report")
                   .needs(kReadAll)
                   .says("Arrivals of a period by source")
                   .gives<SourceReport>()
                   .by(call(h, &H::sourceReport)));
    routes.add(Route::get("/source-report/print")
                   .needs(kReadAll)
                   .says("The report by source as PDF, XLSX or CSV")
                   .by(call(h, &H::printSourceReport)));
}

}  // namespace

void addRegisterRoutes(http::Routes& routes, const RegisterHandlers& handlers) {
    addBooks(routes, handlers);
    addDocumentPrints(routes, handlers);
    addSenders(routes, handlers);
}

}  // namespace congvu::incoming
