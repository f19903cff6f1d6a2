// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Date.h"

#include <optional>
#include <string>
#include <vector>

namespace congvu::outgoing {

/// What a figure of the statistics narrows the list of issued documents to.
struct FigureFilter {
    std::optional<Date> issuedFrom;
    std::optional<Date> issuedUntil;  ///< that day included
    std::vector<std::string> unitIds;
    std::optional<std::string> formId;
    std::optional<std::string> numberGroup;  ///< empty for the common sequence
    std::optional<std::string> channel;
    std::optional<std::string> sending;
    std::optional<std::string> personSignature;
    std::optional<std::string> agencySignature;
    std::optional<std::string> reached;   ///< "signed", "numbered" or "sealed"
    std::optional<std::string> delivery;  ///< "received", "refused" or "waiting": of one recipient at least

    [[nodiscard]] bool isEmpty() const {
        return !issuedFrom && !issuedUntil && unitIds.empty() && !formId && !numberGroup && !channel && !sending && !personSignature &&
               !agencySignature && !reached && !delivery;
    }
};

}  // namespace congvu::outgoing
