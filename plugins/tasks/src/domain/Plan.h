// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Encode.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::tasks {

/// draft: being written. running: its items may become tasks. closed: nothing changes any more.
enum class PlanState { draft, running, closed };

/// A work programme (chương trình, kế hoạch công tác) of one year.
struct Plan {
    std::string id;
    std::string agencyId;
    std::string unitId;  ///< whose programme it is
    std::int64_t year = 0;
    std::string title;
    std::string symbol;  ///< number and symbol of the document that issued it, may be empty
    PlanState state = PlanState::draft;
    std::string createdByName;
    Timestamp createdAt;
    Timestamp updatedAt;
    std::int64_t version = 1;
};

/// A file that shows that an item was done.
struct Evidence {
    std::string fileId;
    std::string itemId;
    std::string name;
    std::string mediaType;
    std::int64_t sizeBytes = 0;
    std::string addedByName;
    Timestamp addedAt;
};

/// One item of a programme.
struct PlanItem {
    std::string id;
    std::string planId;
    std::int64_t position = 0;
    std::string content;
    std::string product;  ///< what shall come out of it
    std::string field;
    std::string unitId;  ///< that answers for it
    std::optional<std::string> postId;
    std::string leaderPostId;  ///< empty: whoever makes the task of it
    std::optional<Date> dueOn;
    std::int64_t percent = 0;  ///< as reported; once there is a task, the task's
    std::string note;
    std::optional<std::string> taskId;
    std::int64_t version = 1;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::EnumNames<congvu::tasks::PlanState> {
    using State = congvu::tasks::PlanState;
    static constexpr std::array values{std::pair{State::draft, std::string_view{"draft"}},
                                       std::pair{State::running, std::string_view{"running"}},
                                       std::pair{State::closed, std::string_view{"closed"}}};
};

template <>
struct congvu::json::Description<congvu::tasks::Evidence> {
    static auto fields() {
        using Evidence = congvu::tasks::Evidence;
        return std::tuple{field("fileId", &Evidence::fileId),       field("itemId", &Evidence::itemId),
                          field("name", &Evidence::name),           field("mediaType", &Evidence::mediaType),
                          field("sizeBytes", &Evidence::sizeBytes), field("addedByName", &Evidence::addedByName),
                          field("addedAt", &Evidence::addedAt)};
    }
};
