// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/db/Db.h"
#include "service/TaskGate.h"
#include "service/TaskNotices.h"
#include "service/TaskRecorder.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::tasks {

/// A new deadline may be set when the clock starts again; it counts as the original one, because the assigner chose it. Without one the
/// deadlines move by the working days the clock stood still.
struct Resumption {
    std::string note;
    std::optional<Date> dueOn;
};

/// The assigner lets a suspended task go on where it was interrupted (tiếp tục), and with it what was suspended with it.
class ResumeTask {
public:
    ResumeTask(db::Db& db, const TaskRecorder& recorder, const TaskNotices& notices, const calendar::WorkingCalendar& calendar,
               const Clock& clock)
        : db_(db), recorder_(recorder), notices_(notices), calendar_(calendar), clock_(clock) {}
    /// AppError invalid "/dueOn" for a deadline in the past or after that of the task above; conflict "tasks.suspended-with-parent" when
    /// the task above must go on first.
    void run(const ActTarget& target, const Resumption& input);

private:
    void resume(db::Tx& tx, const http::Caller& actor, const Task& before, const std::optional<Date>& newDueOn,
                const std::string& note) const;
    void resumeBelow(db::Tx& tx, const http::Caller& actor, const std::string& parentId, const std::string& rootId,
                     const std::string& note) const;

    db::Db& db_;
    const TaskRecorder& recorder_;
    const TaskNotices& notices_;
    const calendar::WorkingCalendar& calendar_;
    const Clock& clock_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::Resumption> {
    static auto fields() {
        using Input = congvu::tasks::Resumption;
        return std::tuple{field("note", &Input::note).maxLength(2000).multiline(), field("dueOn", &Input::dueOn)};
    }
};
