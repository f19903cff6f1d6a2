// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Delivery.h"
#include "domain/IncomingDocument.h"
#include "storage/DeliveryRepository.h"

#include "congvu/db/Tx.h"
#include "congvu/events/Events.h"
#include "congvu/http/Caller.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::incoming {

/// Tells the sender of a delivery how far it has come (status codes of QCVN 102:2016/BTTTT), each code once, answers to a recall
/// whenever it is asked for.
class SenderNotice {
public:
    SenderNotice(events::Events& events, const Clock& clock) : events_(events), clock_(clock) {}

    /// Sets the delivery's status, saves it and publishes the change. Only saves when this status was told before.
    void tell(db::Tx& tx, const http::Caller& actor, Delivery& delivery, std::string_view status, std::string_view reason = {},
              std::optional<std::int64_t> arrivalNumber = std::nullopt) const;
    /// The same for the delivery that a document came by; does nothing for documents that did not come over the exchange.
    void tellForDocument(db::Tx& tx, const http::Caller& actor, const IncomingDocument& document, std::string_view status) const;

private:
    events::Events& events_;
    const Clock& clock_;
    DeliveryRepository deliveries_;
};

}  // namespace congvu::incoming
