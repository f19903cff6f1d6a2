// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/calendar/WorkingCalendar.h"
#include "congvu/db/Db.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"
#include "service/TaskNotices.h"
#include "storage/TaskListRepository.h"

namespace congvu::tasks {

/// Đôn đốc by rule: whoever works on a task is told once, some working days before the deadline (setting tasks.remind_days_before of the
/// unit), and while the task is overdue on every n-th working day after it (settings tasks.remind_overdue, tasks.remind_overdue_every). At
/// most once a day for each task; each one stands in the log of urgings.
class RemindDeadlines {
public:
    struct Needs {
        db::Db& db;
        const TaskNotices& notices;
        const calendar::WorkingCalendar& calendar;
        const settings::Settings& settings;
        const Clock& clock;
    };
    explicit RemindDeadlines(const Needs& needs) : needs_(needs) {}
    /// Returns how many tasks were reminded of.
    int run() const;

private:
    [[nodiscard]] bool isWanted(const TaskListRepository::Reminder& reminder, const Date& today) const;
    void remind(db::Tx& tx, const Task& task, const Date& today) const;

    Needs needs_;
};

}  // namespace congvu::tasks
