// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <optional>
#include <string>

namespace congvu::outgoing {

/// What the unguessable link in a mail leads to: one recipient of one document.
struct Receipt {
    std::string token;
    std::string documentId;
    std::string deliveryId;
    std::string confirmedBy;
    std::optional<Timestamp> confirmedAt;
};

}  // namespace congvu::outgoing
