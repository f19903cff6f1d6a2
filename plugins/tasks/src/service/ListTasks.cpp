// SPDX-License-Identifier: Apache-2.0
#include "service/ListTasks.h"

#include "service/Viewing.h"
#include "storage/CounterRepository.h"
#include "storage/FieldRepository.h"
#include "storage/TaskListRepository.h"

#include <chrono>

namespace congvu::tasks {

db::Page<TaskCard> ListTasks::list(const http::Caller& caller, const TaskFilter& filter, const db::PageRequest& request) const {
    return db_.read([&](db::Reader& reader) { return list(reader, caller, filter, request); });
}

Board ListTasks::board(const http::Caller& caller, const TaskFilter& filter, std::int64_t cardsPerColumn) const {
    const auto reckoning = days_.forUnit(caller.agencyId);
    return db_.read([&](db::Reader& reader) {
        auto counts = TaskListRepository::countByStage(reader, filter, viewerOf(caller), reckoning);
        Board board;
        for (const auto stage : {TaskStage::fresh, TaskStage::doing, TaskStage::review, TaskStage::done}) {
            TaskFilter ofStage = filter;
            ofStage.stage = stage;
            // What was finished last is what people look for.
            ofStage.order = stage == TaskStage::done ? TaskOrder::dueLast : TaskOrder::dueFirst;
            auto first = list(reader, caller, ofStage, {{}, cardsPerColumn});
            board.columns.push_back({stage, counts[std::string{json::nameOf(stage)}], std::move(first.items), std::move(first.next)});
        }
        return board;
    });
}

CalendarView ListTasks::calendar(const http::Caller& caller, TaskFilter filter, const Date& month) const {
    constexpr std::int64_t kShownOfADay = 4;
    const Date first{month.year(), month.month(), 1};
    const Date last{std::chrono::year_month_day{std::chrono::year{month.year()} / std::chrono::month{month.month()} / std::chrono::last}};
    CalendarView view;
    view.from = first.plusDays(1 - static_cast<int>(first.weekday().iso_encoding()));
    view.until = last.plusDays(7 - static_cast<int>(last.weekday().iso_encoding()));
    filter.dueFrom = view.from;
    filter.dueUntil = view.until;
    const auto viewer = viewerOf(caller);
    const auto reckoning = days_.forUnit(caller.agencyId);
    const auto days =
        db_.read([&](db::Reader& reader) { return TaskListRepository::byDay(reader, filter, viewer, reckoning, kShownOfADay); });
    for (const auto& [day, tasks] : days) {
        CalendarDay shown{day, tasks.count, tasks.open, {}};
        for (const auto& task : tasks.first) {
            shown.items.push_back(presenter_.card(task, viewer, reckoning));
        }
        view.days.push_back(std::move(shown));
    }
    return view;
}

CountersView ListTasks::counters(const http::Caller& caller) const {
    const auto reckoning = days_.forUnit(caller.agencyId);
    return db_.read([&](db::Reader& reader) {
        CountersView view;
        view.basis = reckoning.basis;
        view.today = reckoning.today;
        view.dueSoonUntil = reckoning.dueSoonUntil;
        view.mine = CounterRepository::ofOne(reader, caller.agencyId, "post", caller.postId, reckoning);
        if (caller.may("tasks.read-all")) {
            for (const auto& [unitId, counters] : CounterRepository::byUnit(reader, caller.agencyId, reckoning)) {
                view.units.push_back({presenter_.unit(unitId), counters});
            }
        } else if (caller.may("tasks.lead")) {
            const auto own = CounterRepository::ofOne(reader, caller.agencyId, "unit", caller.unitId, reckoning);
            view.units.push_back({presenter_.unit(caller.unitId), own});
        }
        for (const auto& [unit, counters] : view.units) {
            view.total += counters;
        }
        return view;
    });
}

ChoicesView ListTasks::choices(const http::Caller& caller) const {
    ChoicesView view;
    view.fields = db_.read([&](db::Reader& reader) { return FieldRepository::ofAgency(reader, caller.agencyId); });
    for (const auto& post : directory_.postsOfAgency(caller.agencyId, "tasks.create")) {
        view.leaders.push_back(presenter_.post(post.id));
    }
    return view;
}

db::Page<TaskCard> ListTasks::list(db::Reader& reader, const http::Caller& caller, const TaskFilter& filter,
                                   const db::PageRequest& request) const {
    const auto viewer = viewerOf(caller);
    const auto reckoning = days_.forUnit(caller.agencyId);
    auto tasks = TaskListRepository::list(reader, filter, viewer, reckoning, request);
    db::Page<TaskCard> cards;
    cards.next = std::move(tasks.next);
    cards.total = tasks.total;
    for (const auto& task : tasks.items) {
        cards.items.push_back(presenter_.card(task, viewer, reckoning));
    }
    return cards;
}

}  // namespace congvu::tasks
