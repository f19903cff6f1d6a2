// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "service/SeriesWork.h"
#include "service/TaskRecorder.h"

namespace congvu::tasks {

/// Gives the tasks of the series whose day draws near: as many working days before the deadline as the series says, each day of the rhythm
/// once, however often this runs. A day that has passed meanwhile (the series or the server slept) is noted and gives no task.
class MakePeriodicTasks {
public:
    struct Needs {
        db::Db& db;
        const TaskRecorder& recorder;
        const TargetResolver& targets;
        const directory::Directory& directory;
        const calendar::WorkingCalendar& calendar;
        const Clock& clock;
    };
    explicit MakePeriodicTasks(const Needs& needs) : needs_(needs) {}
    /// Returns how many tasks were given.
    int run() const;

private:
    [[nodiscard]] int make(db::Tx& tx, const Series& series) const;
    /// The id of the task, or nothing when the target is gone.
    [[nodiscard]] std::optional<std::string> give(db::Tx& tx, const Series& series, const Date& dueOn) const;

    Needs needs_;
};

}  // namespace congvu::tasks
