// SPDX-License-Identifier: Apache-2.0
#include "service/ListTasks.h"

#include "service/Viewing.h"
#include "storage/CounterRepository.h"
#include "storage/TaskListRepository.h"

namespace congvu::tasks {

db::Page<TaskCard> ListTasks::list(const http::Caller& caller, const TaskFilter& filter, const db::PageRequest& request) const {
    return db_.read([&](db::Reader& reader) { return page(reader, caller, filter, request); });
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
            auto first = page(reader, caller, ofStage, {{}, cardsPerColumn});
            board.columns.push_back({stage, counts[std::string{json::nameOf(stage)}], std::move(first.items), std::move(first.next)});
        }
        return board;
    });
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

db::Page<TaskCard> ListTasks::page(db::Reader& reader, const http::Caller& caller, const TaskFilter& filter,
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
