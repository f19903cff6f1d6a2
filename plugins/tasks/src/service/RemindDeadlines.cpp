// SPDX-License-Identifier: Apache-2.0
#include "service/RemindDeadlines.h"

#include "congvu/ids/Id.h"
#include "service/DayReckoner.h"
#include "storage/UrgingRepository.h"

#include <algorithm>

namespace congvu::tasks {

namespace {
constexpr std::int64_t kBatch = 200;  ///< tasks in one transaction
}  // namespace

int RemindDeadlines::run() const {
    const auto today = needs_.clock.today();
    if (!needs_.calendar.isWorkingDay(today)) {
        return 0;
    }
    const auto until = needs_.calendar.addWorkingDays(today, kLongestNotice);
    int reminded = 0;
    bool hasMore = true;
    while (hasMore) {
        hasMore = needs_.db.write([&](db::Tx& tx) {
            const auto batch = TaskListRepository::toRemind(tx, today, until, kBatch);
            for (const auto& reminder : batch) {
                const bool wanted = isWanted(reminder, today);
                TaskListRepository::markReminded(tx, reminder.task.id, today, wanted ? reminder.task.dueOn : std::nullopt);
                if (wanted) {
                    remind(tx, reminder.task, today);
                    reminded += 1;
                }
            }
            return static_cast<std::int64_t>(batch.size()) == kBatch;
        });
    }
    return reminded;
}

bool RemindDeadlines::isWanted(const TaskListRepository::Reminder& reminder, const Date& today) const {
    const auto& task = reminder.task;
    if (!task.dueOn) {
        return false;
    }
    if (*task.dueOn < today) {
        const auto every = std::clamp<std::int64_t>(needs_.settings.number("tasks.remind_overdue_every", task.unitId), 1, kLongestNotice);
        const auto late = needs_.calendar.workingDaysBetween(*task.dueOn, today);
        return needs_.settings.boolean("tasks.remind_overdue", task.unitId) && late > 0 && late % every == 0;
    }
    const bool isAnnounced = reminder.remindedFor == task.dueOn;
    return !isAnnounced &&
           needs_.calendar.workingDaysBetween(today, *task.dueOn) <= needs_.settings.number("tasks.remind_days_before", task.unitId);
}

void RemindDeadlines::remind(db::Tx& tx, const Task& task, const Date& today) const {
    const bool isOverdue = *task.dueOn < today;
    UrgingRepository::insert(tx, {newId(), task.id, needs_.clock.now(), "", "", needs_.calendar.workingDaysBetween(*task.dueOn, today)});
    needs_.notices.toHolders(tx, task, isOverdue ? "overdue" : "due-soon", {{"date", task.dueOn->toDisplay()}});
}

}  // namespace congvu::tasks
