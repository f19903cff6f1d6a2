// SPDX-License-Identifier: Apache-2.0
#include "http/DeliveryHandlers.h"
#include "http/DeliveryMessages.h"

namespace congvu::outgoing {

namespace {

using http::Request;
using http::Route;

/// A recipient opens one page and fetches a few files; who tries tokens needs more.
constexpr int kReceiptsPerMinute = 30;
constexpr int kAnswersPerMinute = 10;

auto deliveryBinder(DeliveryHandlers& handlers) {
    return [&handlers](http::Response (DeliveryHandlers::*member)(const Request&)) {
        return [&handlers, member](const Request& request) { return (handlers.*member)(request); };
    };
}

void addClerkRoutes(http::Routes& routes, DeliveryHandlers& handlers) {
    const auto by = deliveryBinder(handlers);
    routes.add(Route::put("/documents/{id}/dispatch")
                   .needs("outgoing.issue")
                   .says("How each recipient is reached, before the issue")
                   .takes<AddressingInput>()
                   .gives<DocumentView>()
                   .by(by(&DeliveryHandlers::address)));
    routes.add(Route::get("/mails")
                   .needs("outgoing.issue")
                   .says("Mails of the agency's documents")
                   .gives<db::Page<MailRow>>()
                   .by(by(&DeliveryHandlers::mails)));
    routes.add(Route::get("/mails/standing")
                   .needs("outgoing.issue")
                   .says("Whether mails can leave, and how many wait or have failed")
                   .gives<MailStanding>()
                   .by(by(&DeliveryHandlers::standing)));
    routes.add(Route::post("/documents/{id}/mails/{mailId}/retry")
                   .needs("outgoing.issue")
                   .says("Send a failed mail again")
                   .takes<MailRetryInput>()
                   .gives<DocumentView>()
                   .by(by(&DeliveryHandlers::retry)));
    routes.add(Route::post("/documents/{id}/recipients/{deliveryId}/receipt")
                   .needs("outgoing.issue")
                   .says("Enter that a recipient by mail or on paper has the document")
                   .takes<ReceiptNote>()
                   .gives<DocumentView>()
                   .by(by(&DeliveryHandlers::received)));
    routes.add(Route::post("/documents/{id}/recipients/{deliveryId}/recall-answer")
                   .needs("outgoing.issue")
                   .says("Enter the answer to a recall of a recipient by mail or on paper")
                   .takes<AnswerInput>()
                   .gives<DocumentView>()
                   .by(by(&DeliveryHandlers::recallAnswered)));
}

void addPublicRoutes(http::Routes& routes, DeliveryHandlers& handlers) {
    const auto by = deliveryBinder(handlers);
    routes.add(Route::get("/public/receipts/{token}")
                   .forEveryone()
                   .atMostPerMinute(kReceiptsPerMinute)
                   .says("What the link of a mail leads to")
                   .gives<ReceiptView>()
                   .by(by(&DeliveryHandlers::receipt)));
    routes.add(Route::get("/public/receipts/{token}/files/{fileId}")
                   .forEveryone()
                   .atMostPerMinute(kReceiptsPerMinute)
                   .says("A file of the document that the link is about")
                   .by(by(&DeliveryHandlers::receiptFile)));
    routes.add(Route::post("/public/receipts/{token}/confirmation")
                   .forEveryone()
                   .atMostPerMinute(kAnswersPerMinute)
                   .says("The recipient of a mail confirms it")
                   .takes<ReceiptConfirmation>()
                   .gives<ReceiptView>()
                   .by(by(&DeliveryHandlers::confirm)));
    routes.add(Route::post("/public/receipts/{token}/recall-answer")
                   .forEveryone()
                   .atMostPerMinute(kAnswersPerMinute)
                   .says("The recipient of a mail answers a recall")
                   .takes<RecallAnswer>()
                   .gives<ReceiptView>()
                   .by(by(&DeliveryHandlers::answerRecall)));
}

}  // namespace

void addDeliveryRoutes(http::Routes& routes, DeliveryHandlers& handlers) {
    addClerkRoutes(routes, handlers);
    addPublicRoutes(routes, handlers);
}

}  // namespace congvu::outgoing
