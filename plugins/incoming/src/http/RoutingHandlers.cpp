// SPDX-License-Identifier: Apache-2.0
#include "http/RoutingHandlers.h"

#include "http/Messages.h"
#include "http/RouteParts.h"

namespace congvu::incoming {

using http::Request;
using http::Response;
using http::Route;

namespace {

std::string shortText(const Request& request, std::string_view name) {
    auto text = request.query(name).value_or("");
    constexpr std::size_t kLongest = 800;  // 200 characters of UTF-8
    if (text.size() > kLongest) {
        throw AppError::invalidField('/' + std::string{name}, "too-long", {{"max", "200"}});
    }
    return text;
}

}  // namespace

std::string_view RoutingHandlers::visibleId(const Request& request) const {
    needs_.documents.requireVisible(request.caller(), request.path("id"));
    return request.path("id");
}

Response RoutingHandlers::transfers(const Request& request) const {
    return Response::json(Items<TransferView>{needs_.transferring.ofDocument(request.caller(), request.path("id"))});
}

Response RoutingHandlers::transfer(const Request& request) const {
    const auto id = visibleId(request);
    return Response::json(Items<TransferView>{needs_.transferring.run(request.caller(), id, request.body<TransferInput>())}, 201);
}

Response RoutingHandlers::recall(const Request& request) const {
    const auto id = visibleId(request);
    const auto reason = request.body<ReasonInput>().reason;
    needs_.transferring.recall(request.caller(), id, request.path("transferId"), reason);
    return Response::noContent();
}

Response RoutingHandlers::giveBack(const Request& request) const {
    const auto id = visibleId(request);
    const auto reason = request.body<ReasonInput>().reason;
    needs_.transferring.giveBack(request.caller(), id, request.path("transferId"), reason);
    return Response::noContent();
}

Response RoutingHandlers::complete(const Request& request) const {
    const auto id = visibleId(request);
    const auto note = request.body<NoteInput>().note;
    const auto document = needs_.transferring.complete(request.caller(), id, request.path("transferId"), note);
    return Response::json(document).version(document.version);
}

Response RoutingHandlers::markRead(const Request& request) const {
    needs_.transferring.markRead(request.caller(), request.path("id"));
    return Response::noContent();
}

Response RoutingHandlers::bulk(const Request& request) const {
    return Response::json(needs_.bulk.run(request.caller(), request.body<BulkInput>()));
}

Response RoutingHandlers::leaderOf(const Request& request) const {
    const auto document = needs_.documents.find(request.caller(), request.path("id")).document;
    return Response::json(needs_.habits.propose(request.caller(), document.issuerName, document.symbol, document.typeId));
}

Response RoutingHandlers::likelyLeader(const Request& request) const {
    return Response::json(
        needs_.habits.propose(request.caller(), shortText(request, "issuer"), shortText(request, "symbol"), shortText(request, "type")));
}

void addRoutingRoutes(http::Routes& routes, const RoutingHandlers& h) {
    routes.add(Route::get("/documents/{id}/transfers")
                   .needs(permission::kRead)
                   .says("Transfers of a document, with receipts")
                   .gives<Items<TransferView>>()
                   .by(call(h, &RoutingHandlers::transfers)));
    routes.add(Route::post("/documents/{id}/transfers")
                   .needs(permission::kTransfer)
                   .says("Hand on, forward or show for information")
                   .takes<TransferInput>()
                   .gives<Items<TransferView>>()
                   .by(call(h, &RoutingHandlers::transfer)));
    routes.add(Route::post("/documents/{id}/transfers/{transferId}/recall")
                   .needs(permission::kTransfer)
                   .says("Take a transfer back")
                   .takes<ReasonInput>()
                   .by(call(h, &RoutingHandlers::recall)));
    routes.add(Route::post("/documents/{id}/transfers/{transferId}/return")
                   .needs(permission::kRead)
                   .says("Give a transfer back")
                   .takes<ReasonInput>()
                   .by(call(h, &RoutingHandlers::giveBack)));
    routes.add(Route::post("/documents/{id}/transfers/{transferId}/completion")
                   .needs(permission::kRead)
                   .says("Finish what was transferred")
                   .takes<NoteInput>()
                   .gives<IncomingDocument>()
                   .by(call(h, &RoutingHandlers::complete)));
    routes.add(
        Route::post("/documents/{id}/reading").needs(permission::kRead).says("Mark as read").by(call(h, &RoutingHandlers::markRead)));
    routes.add(Route::post("/documents/bulk")
                   .needs(permission::kRead)
                   .says("One act on many documents, with a result for each")
                   .takes<BulkInput>()
                   .gives<BulkResults>()
                   .by(call(h, &RoutingHandlers::bulk)));
    routes.add(Route::get("/documents/{id}/leader-proposal")
                   .needs(permission::kRead)
                   .says("To whom such documents usually go")
                   .gives<LeaderProposal>()
                   .by(call(h, &RoutingHandlers::leaderOf)));
    routes.add(Route::get("/leader-proposal")
                   .needs(permission::kRegister)
                   .says("To whom documents of this issuer, symbol and type usually go")
                   .gives<LeaderProposal>()
                   .by(call(h, &RoutingHandlers::likelyLeader)));
}

}  // namespace congvu::incoming
