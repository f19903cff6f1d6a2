// SPDX-License-Identifier: Apache-2.0
#include "service/AnswerDelivery.h"

#include "domain/Links.h"
#include "service/ReceivingMandate.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"

namespace congvu::incoming {

namespace {

constexpr std::string_view kWorkReceive = "incoming.receive";
constexpr std::string_view kWorkRecall = "incoming.recall";

}  // namespace

Delivery AnswerDelivery::refuse(const http::Caller& clerk, std::string_view deliveryId, std::string_view reason) const {
    return needs_.db.write([&](db::Tx& tx) {
        auto delivery = deliveries_.find(tx, clerk.agencyId, deliveryId);
        if (!delivery) {
            throw AppError::notFound();
        }
        requireReceiving(needs_.mandates, tx, clerk, delivery->typeId);
        if (delivery->state != DeliveryState::arrived) {
            throw AppError(ErrorKind::conflict, "incoming.delivery-gone");
        }
        delivery->state = DeliveryState::refused;
        delivery->reason = reason;
        needs_.inbox.complete(tx, deliveryRef(delivery->id), kWorkReceive);
        counters_.add(tx, delivery->agencyId, counter::kArrived, -1);
        needs_.sender.tell(tx, clerk, *delivery, status::kRefused, reason);
        needs_.history.note(tx, clerk, deliveryRef(delivery->id), "refused", reason);
        needs_.changes.refreshPages(tx, delivery->agencyId, delivery->id);
        return std::move(*delivery);
    });
}

void AnswerDelivery::recallAsked(const RecallRequested& request) const {
    needs_.db.write([&](db::Tx& tx) {
        for (const auto& recipient : request.recipients) {
            auto delivery = deliveries_.find(tx, recipient.agencyId, recipient.deliveryId);
            const bool isOfSender = delivery && delivery->outgoingDocumentId == request.documentId;
            if (isOfSender && delivery->state != DeliveryState::recalled && delivery->recallState != RecallState::asked) {
                recallOne(tx, *delivery, request.reason);
            }
        }
    });
}

void AnswerDelivery::recallOne(db::Tx& tx, Delivery& delivery, const std::string& reason) const {
    const auto actor = History::system(delivery.agencyId);
    delivery.recallReason = reason;
    if (delivery.state == DeliveryState::registered) {
        delivery.recallState = RecallState::asked;
        askClerks(tx, delivery);
        if (!deliveries_.update(tx, delivery)) {
            throw AppError::stale();
        }
        needs_.history.note(tx, actor, documentRef(delivery.documentId.value_or("")), "recall-asked", reason);
    } else {
        if (delivery.state == DeliveryState::arrived) {
            counters_.add(tx, delivery.agencyId, counter::kArrived, -1);
        }
        delivery.state = DeliveryState::recalled;
        delivery.recallState = RecallState::agreed;
        needs_.inbox.complete(tx, deliveryRef(delivery.id), "");
        needs_.sender.tell(tx, actor, delivery, status::kRecallAgreed, reason);
    }
    needs_.history.note(tx, actor, deliveryRef(delivery.id), "recall-asked", reason);
    needs_.changes.refreshPages(tx, delivery.agencyId, delivery.id);
}

void AnswerDelivery::askClerks(db::Tx& tx, const Delivery& delivery) const {
    inbox::NewWorkItem item;
    item.entity = deliveryRef(delivery.id);
    item.kind = kWorkRecall;
    item.assignee = inbox::Assignee::unit(delivery.agencyId, "incoming.register");
    item.agencyId = delivery.agencyId;
    item.title = delivery.subject;
    item.subtitle = delivery.symbol + " · " + delivery.senderName;
    item.fromName = delivery.senderName;
    item.urgency = json::nameOf(delivery.urgency);
    item.link = deliveryLink(delivery.id);
    needs_.inbox.create(tx, item);
}

Delivery AnswerDelivery::requireAsked(db::Reader& reader, const http::Caller& clerk, std::string_view deliveryId) const {
    auto delivery = deliveries_.find(reader, clerk.agencyId, deliveryId);
    if (!delivery) {
        throw AppError::notFound();
    }
    requireReceiving(needs_.mandates, reader, clerk, delivery->typeId);
    if (delivery->recallState != RecallState::asked) {
        throw AppError(ErrorKind::conflict, "incoming.no-recall");
    }
    return std::move(*delivery);
}

Delivery AnswerDelivery::agreeToRecall(const http::Caller& clerk, std::string_view deliveryId) const {
    return needs_.db.write([&](db::Tx& tx) {
        auto delivery = requireAsked(tx, clerk, deliveryId);
        stopDocument(tx, clerk, delivery);
        delivery.state = DeliveryState::recalled;
        delivery.recallState = RecallState::agreed;
        needs_.inbox.complete(tx, deliveryRef(delivery.id), kWorkRecall);
        needs_.sender.tell(tx, clerk, delivery, status::kRecallAgreed, delivery.recallReason);
        needs_.history.note(tx, clerk, deliveryRef(delivery.id), "recalled", delivery.recallReason);
        needs_.changes.refreshPages(tx, delivery.agencyId, delivery.id);
        return delivery;
    });
}

void AnswerDelivery::stopDocument(db::Tx& tx, const http::Caller& clerk, const Delivery& delivery) const {
    auto document = documents_.find(tx, delivery.documentId.value_or(""));
    if (!document || !stateAfter(document->state, DocumentAct::recall)) {
        return;  // cancelled here before: nothing is left to stop
    }
    const auto before = document->state;
    DocumentChanges::move(*document, DocumentAct::recall);
    document->frozenReason = delivery.recallReason;
    needs_.withdraw.endDirection(tx, clerk, *document, delivery.recallReason);
    needs_.inbox.complete(tx, documentRef(document->id), "");
    needs_.changes.save(tx, *document, before);
    needs_.history.note(tx, clerk, documentRef(document->id), "recalled", delivery.recallReason);
}

Delivery AnswerDelivery::refuseRecall(const http::Caller& clerk, std::string_view deliveryId, std::string_view reason) const {
    return needs_.db.write([&](db::Tx& tx) {
        auto delivery = requireAsked(tx, clerk, deliveryId);
        delivery.recallState = RecallState::refused;
        needs_.inbox.complete(tx, deliveryRef(delivery.id), kWorkRecall);
        needs_.sender.tell(tx, clerk, delivery, status::kRecallRefused, reason);
        needs_.history.note(tx, clerk, deliveryRef(delivery.id), "recall-refused", reason);
        needs_.history.note(tx, clerk, documentRef(delivery.documentId.value_or("")), "recall-refused", reason);
        needs_.changes.refreshPages(tx, delivery.agencyId, delivery.id);
        return delivery;
    });
}

}  // namespace congvu::incoming
