// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/Task.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace congvu::tasks {

/// Which tasks of somebody go over: those he works on, those he gave, or both. A unit gives none.
enum class TransferPart { held, given, all };

/// One end of a transfer: a post and the unit it belongs to, or a unit alone.
struct TransferEnd {
    std::string unitId;
    std::optional<std::string> postId;
    std::string personName;  ///< of the post
};

/// What a transfer makes of one task: `after`, or a message id that says why it stays as it is.
struct TransferStep {
    Task after;
    std::string obstacle;
    [[nodiscard]] bool isPossible() const { return obstacle.empty(); }
};

/// A transfer of one open task from one end to the other, both of the same kind (post to post, unit to unit).
[[nodiscard]] TransferStep transferStep(const Task& task, TransferPart part, const TransferEnd& from, const TransferEnd& to);

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::TransferPart> {
    using Part = congvu::tasks::TransferPart;
    static constexpr std::array values{std::pair{Part::held, std::string_view{"held"}}, std::pair{Part::given, std::string_view{"given"}},
                                       std::pair{Part::all, std::string_view{"all"}}};
};
