// SPDX-License-Identifier: Apache-2.0
#include "service/MakePeriodicTasks.h"

#include "service/TaskMaking.h"
#include "service/Viewing.h"
#include "storage/SeriesRepository.h"

namespace congvu::tasks {

namespace {
constexpr int kLongestLook = 130;  ///< days ahead: sixty working days with the long holidays
}  // namespace

int MakePeriodicTasks::run() const {
    const auto until = needs_.clock.today().plusDays(kLongestLook);
    int given = 0;
    std::optional<Series> last;
    bool hasMore = true;
    while (hasMore) {
        const auto batch = needs_.db.read([&](db::Reader& reader) { return SeriesRepository::due(reader, until, last); });
        for (const auto& listed : batch) {
            given += needs_.db.write([&](db::Tx& tx) {
                const auto series = SeriesRepository::find(tx, listed.id, listed.agencyId);
                return series && series->isActive ? make(tx, *series) : 0;
            });
            last = listed;
        }
        hasMore = static_cast<std::int64_t>(batch.size()) == SeriesRepository::kBatch;
    }
    return given;
}

int MakePeriodicTasks::make(db::Tx& tx, const Series& series) const {
    const auto today = needs_.clock.today();
    int given = 0;
    auto next = series.nextOn;
    while (next) {
        const auto dueOn = onWorkingDay(*next, series.workingDay, needs_.calendar);
        if (today < dueOn && needs_.calendar.workingDaysBetween(today, dueOn) > series.noticeDays) {
            break;
        }
        if (dueOn < today) {
            SeriesRepository::occur(tx, series.id, {*next, dueOn, std::nullopt, false}, needs_.clock.now());
        } else if (!SeriesRepository::hasOccurred(tx, series.id, *next)) {
            const auto task = give(tx, series, dueOn);
            if (!task) {
                SeriesRepository::advance(tx, series.id, next, "tasks.series-target-gone");
                return given;
            }
            SeriesRepository::occur(tx, series.id, {*next, dueOn, task, false}, needs_.clock.now());
            given += 1;
        }
        next = nextDayOf(series, next->plusDays(1));
    }
    if (next != series.nextOn) {
        SeriesRepository::advance(tx, series.id, next, "");
    }
    return given;
}

std::optional<std::string> MakePeriodicTasks::give(db::Tx& tx, const Series& series, const Date& dueOn) const {
    const auto target = series.postId ? needs_.targets.find(std::nullopt, series.postId) : needs_.targets.find(series.unitId, std::nullopt);
    const auto unit = target ? needs_.directory.unit(target->unitId) : std::nullopt;
    const auto giver = needs_.directory.post(series.assignerPostId);
    const bool isThere = unit && unit->isActive && unit->agencyId == series.agencyId && needs_.directory.isPluginOn("tasks", unit->id);
    if (!isThere || !giver || !giver->isActive) {
        return std::nullopt;
    }
    const auto actor = actorOfPost(needs_.directory, series.assignerPostId, series.agencyId);
    auto task = makeTask(actor, *target, series.title, dueOn, needs_.clock.now());
    task.content = series.content;
    task.urgency = series.urgency;
    task.field = series.field;
    task.origin = TaskOrigin::periodic;
    needs_.recorder.created(tx, actor, task);
    return task.id;
}

}  // namespace congvu::tasks
