// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "service/TaskGate.h"
#include "service/TaskNotices.h"
#include "service/TaskRecorder.h"

#include <optional>
#include <string>
#include <tuple>

namespace congvu::tasks {

/// A new deadline may be set when the clock starts again; it counts as the original one, because the assigner chose it.
struct Resumption {
    std::string note;
    std::optional<Date> dueOn;
};

/// The assigner lets a suspended task go on where it was interrupted (tiếp tục).
class ResumeTask {
public:
    ResumeTask(db::Db& db, const TaskRecorder& recorder, const TaskNotices& notices, const Clock& clock)
        : db_(db), recorder_(recorder), notices_(notices), clock_(clock) {}
    /// AppError invalid "/dueOn" for a deadline in the past.
    void run(const ActTarget& target, const Resumption& input);

private:
    db::Db& db_;
    const TaskRecorder& recorder_;
    const TaskNotices& notices_;
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
