// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Encode.h"
#include "domain/TaskKind.h"
#include "domain/TaskOrigin.h"
#include "domain/TaskState.h"

#include <optional>
#include <string>
#include <vector>

namespace congvu::tasks {

/// What a task was made from, in another plugin; all parts are empty for a task without a source.
struct TaskSource {
    std::string plugin;  ///< "incoming"
    std::string type;    ///< "document"
    std::string id;
    std::string symbol;  ///< snapshot: number and symbol
    std::string issuer;  ///< snapshot
    [[nodiscard]] bool isEmpty() const { return id.empty(); }
};

/// A task (nhiệm vụ): one unit or post owes the assigner a result.
struct Task {
    std::string id;
    std::string agencyId;
    TaskKind kind = TaskKind::lead;
    TaskSource source;
    std::optional<std::string> directionId;  ///< with assignmentId: the assignment of a direction that made it
    std::optional<std::string> assignmentId;
    std::optional<std::string> externalCode;  ///< its code in the system it was taken over from
    std::optional<Date> externalDueOn;        ///< the deadline that system said last
    std::optional<std::string> parentId;      ///< the lead task of a co-operating one, the task a sub-task belongs to
    std::string title;
    std::string content;  ///< the words of the leader
    Urgency urgency = Urgency::normal;
    std::string field;  ///< lĩnh vực, in the agency's spelling; may be empty
    TaskOrigin origin = TaskOrigin::hand;

    std::string unitId;                       ///< the unit that answers for it
    std::optional<std::string> leadPostId;    ///< the post it was given to, or that accepted it for the unit
    std::vector<std::string> handlerPostIds;  ///< the first one is the main handler
    std::string assignerPostId;
    std::string assignerName;                 ///< snapshot
    std::string leaderPostId;                 ///< lãnh đạo phụ trách; the assigner unless another one is named
    std::optional<std::string> reviewUnitId;  ///< co-operating tasks: the unit of the lead task, which may accept the result too
    std::optional<std::string> reviewPostId;  ///< the same when the lead task was given to a post

    std::optional<Date> dueOn;          ///< deadline in force
    std::optional<Date> originalDueOn;  ///< deadline before any extension
    TaskState state = TaskState::assigned;
    std::optional<TaskState> suspendedFrom;    ///< while suspended: the state that was interrupted
    std::optional<Date> suspendedOn;           ///< while suspended: the day the clock stopped
    std::optional<std::string> suspendedWith;  ///< while suspended: the task above that was suspended with all below it
    int percent = 0;
    /// The day the result counts from: the day of the submission that waits for acceptance or was accepted. The assigner's own
    /// delay in accepting does not make the unit late.
    std::optional<Date> judgedOn;
    std::optional<std::string> pendingExtensionId;
    int extensionCount = 0;  ///< granted ones
    int urgeCount = 0;
    std::optional<std::string> resultDocumentId;  ///< outgoing document that answers
    std::string resultDocumentLabel;

    Timestamp createdAt;
    Timestamp updatedAt;
    std::optional<Timestamp> closedAt;
    std::int64_t version = 1;
};

}  // namespace congvu::tasks
