// SPDX-License-Identifier: Apache-2.0
#include "http/TaskListSource.h"

#include "http/FilterQuery.h"

namespace congvu::tasks {

namespace {

std::string handlerNamesOf(const TaskCard& task) {
    std::string names;
    for (const auto& handler : task.handlers) {
        names.append(names.empty() ? "" : ", ").append(handler.name);
    }
    return names.empty() && task.lead ? task.lead->name : names;
}

lists::ListRow listRowOf(const TaskCard& task) {
    return {task.title,
            "tasks.kind." + std::string{json::nameOf(task.kind)},
            task.unit.name,
            handlerNamesOf(task),
            task.assignerName,
            task.leader ? task.leader->name : std::string{},
            task.field,
            task.source ? task.source->symbol : std::string{},
            dayInVietnam(task.createdAt).toDisplay(),
            task.dueOn ? task.dueOn->toDisplay() : std::string{},
            std::to_string(task.percent) + '%',
            "tasks.state." + std::string{json::nameOf(task.state)},
            "tasks.timeliness." + std::string{json::nameOf(task.timeliness)}};
}

}  // namespace

std::vector<lists::ListColumn> TaskListSource::columns() const {
    using enum lists::CellKind;
    using enum sheets::CellAlign;
    return {{"title", "tasks.list.title", 4, left, text},
            {"kind", "tasks.list.kind", 0.8, left, message},
            {"unit", "tasks.list.unit", 1.5, left, text},
            {"handlers", "tasks.list.handlers", 1.5, left, text},
            {"assigner", "tasks.list.assigner", 1.2, left, text},
            {"leader", "tasks.list.leader", 1.2, left, text},
            {"field", "tasks.list.field", 1, left, text},
            {"source", "tasks.list.source", 1, left, text},
            {"givenOn", "tasks.list.given-on", 0.8, left, text},
            {"dueOn", "tasks.list.due-on", 0.8, left, text},
            {"percent", "tasks.list.percent", 0.6, right, text},
            {"state", "tasks.list.state", 1, left, message},
            {"timeliness", "tasks.list.timeliness", 1, left, message}};
}

db::Page<lists::ListRow> TaskListSource::rows(db::Reader& reader, const http::Request& request, const db::PageRequest& page) const {
    auto found = tasks_.list(reader, request.caller(), filterFrom(request), page);
    db::Page<lists::ListRow> rows;
    rows.next = std::move(found.next);
    rows.items.reserve(found.items.size());
    for (const auto& task : found.items) {
        rows.items.push_back(listRowOf(task));
    }
    return rows;
}

std::optional<std::int64_t> TaskListSource::count(db::Reader& reader, const http::Request& request) const {
    const auto filter = filterFrom(request);
    return filter.foldedText.empty() ? tasks_.list(reader, request.caller(), filter, {{}, 1}).total : std::nullopt;
}

}  // namespace congvu::tasks
