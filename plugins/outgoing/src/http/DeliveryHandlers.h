// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/http/Request.h"
#include "congvu/http/Response.h"
#include "congvu/http/Routes.h"
#include "service/DeliveryDesk.h"
#include "service/Issuing.h"
#include "service/ReadDocuments.h"
#include "service/Receipts.h"

#include <string_view>

namespace congvu::outgoing {

/// How documents reach their recipients, and what those who got a mail say without an account.
class DeliveryHandlers {
public:
    DeliveryHandlers(ReadDocuments& reading, Issuing& issuing, const DeliveryDesk& desk, const Receipts& receipts)
        : reading_(reading), issuing_(issuing), desk_(desk), receipts_(receipts) {}

    http::Response address(const http::Request& request);
    http::Response mails(const http::Request& request);
    http::Response standing(const http::Request& request);
    http::Response retry(const http::Request& request);
    http::Response received(const http::Request& request);
    http::Response recallAnswered(const http::Request& request);

    http::Response receipt(const http::Request& request);
    http::Response receiptFile(const http::Request& request);
    http::Response confirm(const http::Request& request);
    http::Response answerRecall(const http::Request& request);

private:
    /// The id of the path, of a document that the caller sees; AppError notFound otherwise, before the body is looked at.
    std::string_view visibleId(const http::Request& request);
    /// The document as it is now.
    http::Response shown(const http::Request& request);

    ReadDocuments& reading_;
    Issuing& issuing_;
    const DeliveryDesk& desk_;
    const Receipts& receipts_;
};

/// The routes of the handlers; those below /public need no session.
void addDeliveryRoutes(http::Routes& routes, DeliveryHandlers& handlers);

}  // namespace congvu::outgoing
