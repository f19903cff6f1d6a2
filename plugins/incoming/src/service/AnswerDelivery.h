// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Delivery.h"
#include "domain/ReceivedEvents.h"
#include "service/DocumentChanges.h"
#include "service/History.h"
#include "service/SenderNotice.h"
#include "service/WithdrawDirection.h"
#include "storage/CounterRepository.h"
#include "storage/DeliveryRepository.h"

#include "congvu/db/Db.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/mandates/Mandates.h"

#include <string_view>

namespace congvu::incoming {

/// Refusing a delivery, and everything about its recall (thu hồi; Decree 30/2020, App. VI: the recipient cancels, the sender freezes).
class AnswerDelivery {
public:
    struct Needs {
        db::Db& db;
        const mandates::Mandates& mandates;
        inbox::Inbox& inbox;
        const DocumentChanges& changes;
        const SenderNotice& sender;
        const WithdrawDirection& withdraw;
        const History& history;
    };
    explicit AnswerDelivery(const Needs& needs) : needs_(needs) {}

    /// Từ chối tiếp nhận, status 02. 409 "incoming.delivery-gone" unless the delivery waits for the clerk.
    Delivery refuse(const http::Caller& clerk, std::string_view deliveryId, std::string_view reason) const;
    /// The sender asks documents back: those that nobody has registered go at once (15); for the others the clerks are asked.
    void recallAsked(const RecallRequested& request) const;
    /// The clerk agrees (15): document and tasks are stopped. 409 "incoming.no-recall" when no recall is asked for.
    Delivery agreeToRecall(const http::Caller& clerk, std::string_view deliveryId) const;
    /// The clerk refuses with a reason (16): the document goes on.
    Delivery refuseRecall(const http::Caller& clerk, std::string_view deliveryId, std::string_view reason) const;

private:
    [[nodiscard]] Delivery requireAsked(db::Reader& reader, const http::Caller& clerk, std::string_view deliveryId) const;
    void recallOne(db::Tx& tx, Delivery& delivery, const std::string& reason) const;
    void askClerks(db::Tx& tx, const Delivery& delivery) const;
    void stopDocument(db::Tx& tx, const http::Caller& clerk, const Delivery& delivery) const;

    Needs needs_;
    DeliveryRepository deliveries_;
    DocumentRepository documents_;
    CounterRepository counters_;
};

}  // namespace congvu::incoming
