// SPDX-License-Identifier: Apache-2.0
#include "inbox/service/ReadInbox.h"

#include "congvu/error/AppError.h"

#include <algorithm>
#include <iterator>
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

bool isAmong(const std::vector<std::string>& values, const std::string& value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

/// The part that the item is seen through.
const DeskPart* partOfItem(const std::vector<DeskPart>& desk, const WorkItem& item) {
    const auto found = std::find_if(desk.begin(), desk.end(), [&](const DeskPart& part) {
        const bool isInUnit = part.unitIds.empty() || item.unitId.empty() || isAmong(part.unitIds, item.unitId);
        const bool isOfType = part.documentTypes.empty() || item.documentType.empty() || isAmong(part.documentTypes, item.documentType);
        return part.assigneeKey == item.assigneeKey && (part.mandateId.empty() || (isAmong(part.kinds, item.kind) && isInUnit && isOfType));
    });
    return found == desk.end() ? nullptr : &*found;
}

std::vector<std::string> keysOfDesk(const std::vector<DeskPart>& desk) {
    std::vector<std::string> keys;
    for (const auto& part : desk) {
        if (!isAmong(keys, part.assigneeKey)) {
            keys.push_back(part.assigneeKey);
        }
    }
    return keys;
}

void append(std::vector<DeskPart>& desk, std::vector<DeskPart> more) {
    desk.insert(desk.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

std::vector<std::string> ReadInbox::plugins(const http::Caller& caller) const {
    return directory_.visiblePlugins(caller);
}

DeskPart ReadInbox::partOf(const std::string& assigneeKey, const Mandate& mandate) const {
    const auto info = mandates_.infoOf(mandate);
    auto kinds = mandates_.powers().workOf(mandate.acts);
    std::erase_if(
        kinds, [&](const std::string& kind) { return !directory_.isPluginOnForPost(kind.substr(0, kind.find('.')), mandate.giverPostId); });
    DeskPart part{assigneeKey, mandate.id, info.giverTitle + " " + info.giverName, std::move(kinds), {}, mandate.documentTypes};
    for (const auto& unitId : mandate.unitIds) {
        const auto below = directory_.subtree(unitId);
        part.unitIds.insert(part.unitIds.end(), below.begin(), below.end());
    }
    return part;
}

std::vector<DeskPart> ReadInbox::ownDesk(const http::Caller& caller) const {
    std::vector<DeskPart> desk;
    const auto mandate = caller.behalf ? mandates_.ofPerson(caller.behalf->mandateId, caller.personId) : std::nullopt;
    if (caller.behalf && !mandate) {
        return desk;
    }
    for (const auto& key : keys_.of(caller)) {
        desk.push_back(mandate ? partOf(key, *mandate) : DeskPart{key});
    }
    return desk;
}

std::vector<DeskPart> ReadInbox::behalfDesk(const http::Caller& caller) const {
    std::vector<DeskPart> desk;
    if (!caller.behalf) {
        for (const auto& mandate : mandates_.givenTo(caller.postId)) {
            desk.push_back(partOf("post:" + mandate.giverPostId, mandate));
        }
    }
    return desk;
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
    auto desk = ownDesk(caller);
    if (!filter.isDone) {
        append(desk, behalfDesk(caller));
    }
    if (!filter.mandateId.empty()) {
        std::erase_if(desk, [&](const DeskPart& part) { return part.mandateId != filter.mandateId; });
    }
    db::Page<WorkItemView> result;
    if (desk.empty()) {
        return result;
    }
    const auto visible = plugins(caller);
    auto found = db_.read([&](db::Reader& reader) { return items_.list(reader, desk, visible, filter, dates, caller.personId, page); });
    result.next = std::move(found.next);
    result.items.reserve(found.items.size());
    for (auto& item : found.items) {
        const auto* part = partOfItem(desk, item);
        auto view = viewOf(caller, std::move(item), dates);
        if (part != nullptr && !caller.behalf) {
            view.mandateId = part->mandateId;
            view.onBehalfOf = part->onBehalfOf;
        }
        result.items.push_back(std::move(view));
    }
    return result;
}

std::vector<WorkCount> ReadInbox::counts(db::Reader& reader, const http::Caller& caller) const {
    const auto desk = ownDesk(caller);
    if (desk.empty()) {
        return {};
    }
    auto found = counters_.open(reader, keysOfDesk(desk), plugins(caller), datesFor(caller.unitId));
    // While acting by a mandate, only the kinds of work that it answers. A mandate for some units or types shows the giver's number.
    std::erase_if(found, [&](const WorkCount& count) { return caller.behalf && !isAmong(desk.front().kinds, count.kind); });
    return found;
}

WorkCounters ReadInbox::counters(const http::Caller& caller) const {
    const auto visible = plugins(caller);
    WorkCounters result;
    std::map<std::string, std::int64_t> byPlugin;
    std::map<std::string, std::int64_t> byKind;
    db_.read([&](db::Reader& reader) {
        for (const auto& count : counts(reader, caller)) {
            result.open += count.open;
            result.overdue += count.due == "overdue" ? count.open : 0;
            result.dueSoon += count.due == "soon" ? count.open : 0;
            byPlugin[count.plugin] += count.open;
            byKind[count.kind] += count.open;
        }
        const auto read = counters_.readBy(reader, caller.personId, keys_.of(caller), visible);
        result.unread = std::max<std::int64_t>(0, result.open - read);
        for (const auto& part : behalfDesk(caller)) {
            result.onBehalf.push_back({part.mandateId, part.onBehalfOf, items_.countOpen(reader, part, visible)});
        }
    });
    result.byPlugin = objectOf(byPlugin);
    result.byKind = objectOf(byKind);
    return result;
}

void ReadInbox::markRead(const http::Caller& caller, std::string_view itemId) {
    auto desk = ownDesk(caller);
    append(desk, behalfDesk(caller));
    const auto item = db_.read([&](db::Reader& reader) { return items_.find(reader, itemId); });
    const bool isOwn = item && partOfItem(desk, *item) != nullptr;
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
    for (const auto& count : counts(reader, caller)) {
        for (auto& [key, open] : result) {
            open += key == count.plugin + ".open" ? count.open : 0;
        }
    }
    return result;
}

}  // namespace congvu::core
