// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "service/TaskGate.h"
#include "service/TaskRecorder.h"

#include <string>
#include <tuple>
#include <vector>

namespace congvu::tasks {

/// The first post is the main handler, the others help.
struct HandlerAssignment {
    std::vector<std::string> handlerPostIds;
    std::string note;
};

/// The head gives the task to one or several posts of the own unit (phân công). Naming handlers accepts a task that waits. Done again, it
/// replaces the handlers; former ones keep their sight of the task.
class AssignHandlers {
public:
    AssignHandlers(db::Db& db, const TaskRecorder& recorder, const directory::Directory& directory)
        : db_(db), recorder_(recorder), directory_(directory) {}
    /// AppError invalid "/handlerPostIds/<n>" for a post of another unit, one that has ended or one that is named twice.
    void run(const ActTarget& target, const HandlerAssignment& input);

private:
    void checkHandlers(const Task& task, const HandlerAssignment& input) const;
    [[nodiscard]] std::string namesOf(const HandlerAssignment& input) const;

    db::Db& db_;
    const TaskRecorder& recorder_;
    const directory::Directory& directory_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::HandlerAssignment> {
    static auto fields() {
        using Input = congvu::tasks::HandlerAssignment;
        return std::tuple{field("handlerPostIds", &Input::handlerPostIds).required().minLength(1).maxLength(20),
                          field("note", &Input::note).maxLength(2000).multiline()};
    }
};
