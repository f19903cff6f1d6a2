// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::outgoing {

/// What statistics count an issued document by.
struct IssuedFigure {
    std::string unitId;  ///< drafting unit
    std::string formId;
    std::string numberGroup;  ///< empty for the common sequence
    std::string channel;      ///< "electronic" when recipients got it through the system, else "paper"
    std::string sending;      ///< "on_time" or "late"; empty where it is not known
    std::string personSignature;
    std::string agencySignature;
    Timestamp createdAt;
    std::optional<Timestamp> signedAt;
    std::optional<Timestamp> numberedAt;
    std::optional<Timestamp> sealedAt;
    Timestamp issuedAt;
    std::int64_t recipients = 0;
    std::int64_t refusing = 0;                ///< recipients that have refused it or were not reached
    std::int64_t waiting = 0;                 ///< recipients that have neither registered nor confirmed it yet
    std::optional<Timestamp> lastReceivedAt;  ///< when the last recipient registered or confirmed it that has
};

/// What became of its deliveries: "refused" by one recipient at least, else "waiting" for one at least, else "received"; empty for none.
inline std::string_view deliveryOf(const IssuedFigure& document) {
    if (document.recipients == 0) {
        return {};
    }
    if (document.refusing > 0) {
        return "refused";
    }
    return document.waiting > 0 ? "waiting" : "received";
}

}  // namespace congvu::outgoing
