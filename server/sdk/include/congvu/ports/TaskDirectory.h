// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "congvu/ids/Id.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::ports {

struct TaskSummary {
    EntityRef entity;
    std::string title;
    std::string state;     ///< as guide states: "assigned", "in_progress", "submitted", "done", "returned", …
    std::string leadName;  ///< unit and person
    std::optional<Date> dueOn;
    std::string link;
    EntityRef source;  ///< the incoming document, if any
};

/// Provided by tasks, asked by incoming (panel of a document's tasks) and outgoing (draft of an answer).
class TaskDirectory {
public:
    static constexpr std::string_view kPort = "congvu.tasks.v1";
    virtual ~TaskDirectory() = default;
    virtual std::optional<TaskSummary> find(db::Reader& reader, const http::Caller& caller, std::string_view taskId) = 0;
    /// Tasks made from a source; every one, for whoever may see the source (the caller of this port has checked that).
    virtual std::vector<TaskSummary> ofSource(db::Reader& reader, const EntityRef& source) = 0;
};

}  // namespace congvu::ports
