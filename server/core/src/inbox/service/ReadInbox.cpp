// SPDX-License-Identifier: Apache-2.0
#include "inbox/service/ReadInbox.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <map>

namespace congvu::core {

namespace {

constexpr std::int64_t kLargestDueSoon = 60;

json::RawJson objectOf(const std::map<std::string, std::int64_t>& counts) {
    json::Writer out;
    out.beginObject();
    for (const auto& [name, count] : counts) {
        out.key(name).integer(count);
    }
    out.endObject();
    return {out.take()};
}

}  // namespace

std::vector<std::string> ReadInbox::plugins(const http::Caller& caller) const {
    return directory_.visiblePlugins(caller.unitId);
}

DueDates ReadInbox::datesFor(std::string_view unitId) const {
    const auto today = clock_.today();
    const auto days = std::clamp<std::int64_t>(settings_.number("core.due_soon_days", unitId), 0, kLargestDueSoon);
    return {today, calendar_.addWorkingDays(today, static_cast<int>(days))};
}

WorkItemView ReadInbox::viewOf(const http::Caller& caller, WorkItem&& item, const DueDates& dates) const {
    WorkItemView view;
    view.id = std::move(item.id);
    view.plugin = std::move(item.entity.plugin);
    view.entityType = std::move(item.entity.type);
    view.entityId = std::move(item.entity.id);
    view.kindLabel = catalogue_.message(caller.locale, "work." + item.kind, {});
    view.kind = std::move(item.kind);
    view.title = std::move(item.title);
    view.subtitle = std::move(item.subtitle);
    view.fromName = std::move(item.fromName);
    view.urgency = std::move(item.urgency);
    view.createdAt = item.createdAt;
    view.dueOn = item.dueOn;
    view.due = dates.stateOf(item.dueOn);
    view.unread = !item.isRead && !item.doneAt;
    view.doneAt = item.doneAt;
    view.link = std::move(item.link);
    return view;
}

db::Page<WorkItemView> ReadInbox::list(const http::Caller& caller, const WorkFilter& filter, const db::PageRequest& page) const {
    const auto dates = datesFor(caller.unitId);
    const auto keys = keys_.of(caller);
    const auto visible = plugins(caller);
    auto found = db_.read([&](db::Reader& reader) { return items_.list(reader, keys, visible, filter, dates, caller.personId, page); });
    db::Page<WorkItemView> result;
    result.next = std::move(found.next);
    result.items.reserve(found.items.size());
    for (auto& item : found.items) {
        result.items.push_back(viewOf(caller, std::move(item), dates));
    }
    return result;
}

WorkCounters ReadInbox::counters(const http::Caller& caller) const {
    const auto dates = datesFor(caller.unitId);
    const auto keys = keys_.of(caller);
    const auto visible = plugins(caller);
    WorkCounters result;
    std::map<std::string, std::int64_t> byPlugin;
    std::map<std::string, std::int64_t> byKind;
    db_.read([&](db::Reader& reader) {
        for (const auto& count : counters_.open(reader, keys, visible, dates)) {
            result.open += count.open;
            result.overdue += count.due == "overdue" ? count.open : 0;
            result.dueSoon += count.due == "soon" ? count.open : 0;
            byPlugin[count.plugin] += count.open;
            byKind[count.kind] += count.open;
        }
        result.unread = result.open - counters_.readBy(reader, caller.personId, keys, visible);
    });
    result.byPlugin = objectOf(byPlugin);
    result.byKind = objectOf(byKind);
    return result;
}

void ReadInbox::markRead(const http::Caller& caller, std::string_view itemId) {
    const auto keys = keys_.of(caller);
    const auto item = db_.read([&](db::Reader& reader) { return items_.find(reader, itemId); });
    const bool isOwn = item && std::find(keys.begin(), keys.end(), item->assigneeKey) != keys.end();
    if (!isOwn || !directory_.isPluginOn(item->entity.plugin, caller.unitId)) {
        throw AppError::notFound();
    }
    if (item->doneAt) {
        return;
    }
    db_.write([&](db::Tx& tx) {
        // Done since it was looked up: there is nothing left to count.
        const auto current = items_.find(tx, itemId);
        if (!current->doneAt && counters_.markRead(tx, *current, caller.personId)) {
            tx.afterCommit([this, postId = caller.postId] { push_.invalidate({postId}, {"work-items"}, "core"); });
        }
    });
}

ReadInbox::Badges ReadInbox::badges(db::Reader& reader, const http::Caller& caller) const {
    const auto visible = plugins(caller);
    Badges result;
    for (const auto& plugin : visible) {
        if (plugin != "core") {
            result.emplace_back(plugin + ".open", 0);
        }
    }
    for (const auto& count : counters_.open(reader, keys_.of(caller), visible, datesFor(caller.unitId))) {
        for (auto& [key, open] : result) {
            open += key == count.plugin + ".open" ? count.open : 0;
        }
    }
    return result;
}

}  // namespace congvu::core
