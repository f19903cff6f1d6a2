// SPDX-License-Identifier: Apache-2.0
#include "http/DeliveryHandlers.h"

#include "congvu/error/AppError.h"
#include "http/DeliveryMessages.h"

namespace congvu::outgoing {

std::string_view DeliveryHandlers::visibleId(const http::Request& request) {
    reading_.requireVisible(request.caller(), request.path("id"));
    return request.path("id");
}

http::Response DeliveryHandlers::shown(const http::Request& request) {
    const auto view = reading_.view(request.caller(), request.path("id"));
    return http::Response::json(view).version(view.version);
}

http::Response DeliveryHandlers::address(const http::Request& request) {
    const auto id = visibleId(request);
    issuing_.address(request.caller(), id, request.body<AddressingInput>().recipients);
    return shown(request);
}

http::Response DeliveryHandlers::mails(const http::Request& request) {
    std::optional<MailState> state;
    if (const auto name = request.query("state"); name && !name->empty()) {
        state = json::enumFrom<MailState>(*name);
        if (!state) {
            throw AppError::invalidField("/state", "unknown-choice");
        }
    }
    return http::Response::json(desk_.page(request.caller(), state, request.page()));
}

http::Response DeliveryHandlers::standing(const http::Request& request) {
    return http::Response::json(desk_.standing(request.caller()));
}

http::Response DeliveryHandlers::retry(const http::Request& request) {
    const auto id = visibleId(request);
    desk_.retry(request.caller(), id, request.path("mailId"), request.body<MailRetryInput>());
    return shown(request);
}

http::Response DeliveryHandlers::received(const http::Request& request) {
    const auto id = visibleId(request);
    desk_.received(request.caller(), id, request.path("deliveryId"), request.body<ReceiptNote>().note);
    return shown(request);
}

http::Response DeliveryHandlers::recallAnswered(const http::Request& request) {
    const auto id = visibleId(request);
    desk_.recallAnswered(request.caller(), id, request.path("deliveryId"), request.body<AnswerInput>());
    return shown(request);
}

http::Response DeliveryHandlers::receipt(const http::Request& request) {
    return http::Response::json(receipts_.view(request.path("token"))).header("Referrer-Policy", "no-referrer");
}

http::Response DeliveryHandlers::receiptFile(const http::Request& request) {
    auto asked = receipts_.file(request.path("token"), request.path("fileId"));
    return http::Response::file(
        {std::move(asked.file), http::Disposition::download, {"outgoing", "document", std::move(asked.documentId)}});
}

http::Response DeliveryHandlers::confirm(const http::Request& request) {
    const auto token = request.path("token");
    (void)receipts_.view(token);
    receipts_.confirm(token, request.body<ReceiptConfirmation>());
    return receipt(request);
}

http::Response DeliveryHandlers::answerRecall(const http::Request& request) {
    const auto token = request.path("token");
    (void)receipts_.view(token);
    receipts_.answerRecall(token, request.body<RecallAnswer>());
    return receipt(request);
}

}  // namespace congvu::outgoing
