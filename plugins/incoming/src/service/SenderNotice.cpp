// SPDX-License-Identifier: Apache-2.0
#include "service/SenderNotice.h"

#include "domain/Links.h"
#include "domain/PublishedEvents.h"

#include "congvu/error/AppError.h"

namespace congvu::incoming {

void SenderNotice::tell(db::Tx& tx, const http::Caller& actor, Delivery& delivery, std::string_view status, std::string_view reason,
                        std::optional<std::int64_t> arrivalNumber) const {
    // A sender may ask for a recall again after a refusal, so the two answers to it may be told more than once.
    const bool isRecallAnswer = status == status::kRecallAgreed || status == status::kRecallRefused;
    const bool isNew = deliveries_.noteStatus(tx, delivery.id, status, clock_.now()) || isRecallAnswer;
    if (isNew) {
        delivery.status = status;
    }
    if (!deliveries_.update(tx, delivery)) {
        throw AppError::stale();
    }
    if (!isNew) {
        return;
    }
    DeliveryStatusChanged payload{delivery.outgoingDocumentId, delivery.id,         delivery.senderAgencyId, delivery.agencyId,
                                  std::string{status},         std::string{reason}, arrivalNumber,           clock_.now()};
    events_.publish(tx, {std::string{event::kDeliveryStatusChanged}, deliveryRef(delivery.id), delivery.agencyId, actor.postId}, payload);
}

void SenderNotice::tellForDocument(db::Tx& tx, const http::Caller& actor, const IncomingDocument& document, std::string_view status) const {
    auto delivery = document.deliveryId ? deliveries_.find(tx, document.agencyId, *document.deliveryId) : std::nullopt;
    if (delivery) {
        tell(tx, actor, *delivery, status, {}, document.arrivalNumber);
    }
}

}  // namespace congvu::incoming
