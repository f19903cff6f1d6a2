// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/ids/Id.h"
#include "congvu/inbox/Inbox.h"
#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace congvu::core {

/// A stored work item.
struct WorkItem {
    std::string id;
    EntityRef entity;
    std::string kind;
    std::string assigneeKey;
    std::string agencyId;
    std::string title;
    std::string subtitle;
    std::string fromName;
    std::string urgency;
    std::optional<Date> dueOn;
    std::string link;
    Timestamp createdAt;
    std::optional<Timestamp> doneAt;
    bool isRead = false;
    std::string remindedOf;  ///< "", "soon", "overdue"
    std::string unitId;
    std::string documentType;
};

/// Open work that somebody sees: all items of one assignee, or those that a mandate opens to a substitute.
struct DeskPart {
    std::string assigneeKey;
    std::string mandateId{};                   ///< empty: the desk is the caller's own, nothing below narrows it
    std::string onBehalfOf{};                  ///< "Chủ tịch Nguyễn Văn An"
    std::vector<std::string> kinds{};          ///< of work that the mandate's acts answer
    std::vector<std::string> unitIds{};        ///< with all units below; empty: any
    std::vector<std::string> documentTypes{};  ///< empty: any
};

/// "post:<id>" or "unit:<id>:<permission>".
std::string assigneeKeyOf(const inbox::Assignee& assignee);
/// The assignee a key stands for.
inbox::Assignee assigneeFrom(std::string_view key);

/// How near a deadline is: in term, within the last working days before it, or past.
struct DueDates {
    Date today;
    Date soonUntil;  ///< the last day that counts as soon
    [[nodiscard]] std::string_view stateOf(const std::optional<Date>& dueOn) const;
};

/// One line of GET /work-items.
struct WorkItemView {
    std::string id;
    std::string plugin;
    std::string entityType;
    std::string entityId;
    std::string kind;
    std::string kindLabel;
    std::string title;
    std::string subtitle;
    std::string fromName;
    std::string urgency;
    Timestamp createdAt;
    std::optional<Date> dueOn;
    std::string due;
    bool unread = false;
    std::optional<Timestamp> doneAt;
    std::string link;
    std::string mandateId;   ///< of the mandate by which the caller may answer it; empty for own work
    std::string onBehalfOf;  ///< whose work it is then
};

/// What GET /work-items is narrowed to; empty members narrow nothing.
struct WorkFilter {
    bool isDone = false;
    std::string plugin;
    std::string kind;
    std::string due;                 ///< "overdue", "soon", "none"
    std::string mandateId;           ///< only work under this mandate
    std::vector<std::string> words;  ///< folded
};

/// How many items of a kind are open whose deadline is equally near; `due` as DueDates::stateOf says it.
struct WorkCount {
    std::string plugin;
    std::string kind;
    std::string due;
    std::int64_t open = 0;
};

/// How much work of another waits under a mandate; at most db::kTotalCap.
struct BehalfCount {
    std::string mandateId;
    std::string onBehalfOf;
    std::int64_t open = 0;
};

/// Answer of GET /work-items/counters.
struct WorkCounters {
    std::int64_t open = 0;
    std::int64_t overdue = 0;
    std::int64_t dueSoon = 0;
    std::int64_t unread = 0;
    json::RawJson byPlugin{"{}"};
    json::RawJson byKind{"{}"};
    std::vector<BehalfCount> onBehalf;  ///< not among the numbers above
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::WorkItemView> {
    static auto fields() {
        using View = congvu::core::WorkItemView;
        return std::tuple{field("id", &View::id),
                          field("plugin", &View::plugin),
                          field("entityType", &View::entityType),
                          field("entityId", &View::entityId),
                          field("kind", &View::kind),
                          field("kindLabel", &View::kindLabel),
                          field("title", &View::title),
                          field("subtitle", &View::subtitle),
                          field("fromName", &View::fromName),
                          field("urgency", &View::urgency),
                          field("createdAt", &View::createdAt),
                          field("dueOn", &View::dueOn),
                          field("due", &View::due),
                          field("unread", &View::unread),
                          field("doneAt", &View::doneAt),
                          field("link", &View::link),
                          field("mandateId", &View::mandateId),
                          field("onBehalfOf", &View::onBehalfOf)};
    }
};
template <>
struct congvu::json::Description<congvu::core::BehalfCount> {
    static auto fields() {
        using Count = congvu::core::BehalfCount;
        return std::tuple{field("mandateId", &Count::mandateId), field("onBehalfOf", &Count::onBehalfOf), field("open", &Count::open)};
    }
};
template <>
struct congvu::json::Description<congvu::core::WorkCounters> {
    static auto fields() {
        using Counters = congvu::core::WorkCounters;
        return std::tuple{field("open", &Counters::open),         field("overdue", &Counters::overdue),
                          field("dueSoon", &Counters::dueSoon),   field("unread", &Counters::unread),
                          field("byPlugin", &Counters::byPlugin), field("byKind", &Counters::byKind),
                          field("onBehalf", &Counters::onBehalf)};
    }
};
