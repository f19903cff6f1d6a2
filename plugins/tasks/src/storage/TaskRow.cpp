// SPDX-License-Identifier: Apache-2.0
#include "storage/TaskRow.h"

#include "congvu/json/Decode.h"

#include <stdexcept>

namespace congvu::tasks {

namespace {

template <json::NamedEnum E>
E enumOf(std::string_view name) {
    const auto value = json::enumFrom<E>(name);
    if (!value) {
        throw std::logic_error("tasks_task holds the unknown value " + std::string{name});
    }
    return *value;
}

void readDeadlineAndState(const db::Row& row, Task& task) {
    task.dueOn = row.optionalDate(21);
    task.originalDueOn = row.optionalDate(22);
    task.state = enumOf<TaskState>(row.text(23));
    if (!row.isNull(24)) {
        task.suspendedFrom = enumOf<TaskState>(row.text(24));
    }
    task.percent = static_cast<int>(row.integer(25));
    task.judgedOn = row.optionalDate(26);
    task.pendingExtensionId = row.optionalString(27);
    task.extensionCount = static_cast<int>(row.integer(28));
    task.urgeCount = static_cast<int>(row.integer(29));
    task.resultDocumentId = row.optionalString(30);
    task.resultDocumentLabel = row.string(31);
    task.createdAt = row.time(32);
    task.updatedAt = row.time(33);
    task.closedAt = row.optionalTime(34);
    task.version = row.integer(35);
    task.suspendedOn = row.optionalDate(39);
    task.suspendedWith = row.optionalString(40);
}

}  // namespace

Task taskFrom(const db::Row& row) {
    Task task;
    task.id = row.string(0);
    task.agencyId = row.string(1);
    task.kind = enumOf<TaskKind>(row.text(2));
    task.source = {row.string(3), row.string(4), row.string(5), row.string(6), row.string(7)};
    task.directionId = row.optionalString(8);
    task.assignmentId = row.optionalString(9);
    task.parentId = row.optionalString(10);
    task.title = row.string(11);
    task.content = row.string(12);
    task.urgency = enumOf<Urgency>(row.text(13));
    task.unitId = row.string(14);
    task.leadPostId = row.optionalString(15);
    task.handlerPostIds = splitIds(row.text(16));
    task.assignerPostId = row.string(17);
    task.assignerName = row.string(18);
    task.reviewUnitId = row.optionalString(19);
    task.reviewPostId = row.optionalString(20);
    readDeadlineAndState(row, task);
    task.field = row.string(36);
    task.origin = enumOf<TaskOrigin>(row.text(37));
    task.leaderPostId = row.string(38);
    task.externalCode = row.optionalString(41);
    task.externalDueOn = row.optionalDate(42);
    return task;
}

std::string joinIds(const std::vector<std::string>& ids) {
    std::string joined;
    for (const auto& id : ids) {
        joined += joined.empty() ? id : ' ' + id;
    }
    return joined;
}

std::vector<std::string> splitIds(std::string_view joined) {
    std::vector<std::string> ids;
    while (!joined.empty()) {
        const auto end = joined.find(' ');
        ids.emplace_back(joined.substr(0, end));
        joined = end == std::string_view::npos ? std::string_view{} : joined.substr(end + 1);
    }
    return ids;
}

}  // namespace congvu::tasks
