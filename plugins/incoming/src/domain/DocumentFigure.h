// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <optional>
#include <string>

namespace congvu::incoming {

/// What statistics count a document by.
struct DocumentFigure {
    std::string registerCode;
    std::string unitId;  ///< of the unit that handles it; empty while none does
    std::string typeId;
    std::string categoryId;  ///< group of its sender; empty for none
    std::string channel;     ///< "electronic" or "paper"
    std::string entry;       ///< registered "on_time" or "late"; empty where it is not known
    std::string signature;   ///< verdict of its signatures
    Timestamp arrivedAt;
    Timestamp registeredAt;
    std::optional<Timestamp> submittedAt;
    std::optional<Timestamp> handedAt;  ///< directed, or transferred without a direction
    std::optional<Timestamp> startedAt;
    std::optional<Timestamp> completedAt;
};

}  // namespace congvu::incoming
