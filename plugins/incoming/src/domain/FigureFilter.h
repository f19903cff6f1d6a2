// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace congvu::incoming {

/// What a figure of the statistics narrows the list to, beside period, register, type and group of senders.
struct FigureFilter {
    std::vector<std::string> unitIds;  ///< one of these handles it; an empty id stands for "nobody yet"
    std::optional<std::string> channel;
    std::optional<std::string> entry;
    std::optional<std::string> signature;
    std::optional<std::string> reached;  ///< "submitted", "handed", "started" or "completed"

    [[nodiscard]] bool isEmpty() const { return unitIds.empty() && !channel && !entry && !signature && !reached; }
};

}  // namespace congvu::incoming
