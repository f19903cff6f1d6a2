// SPDX-License-Identifier: Apache-2.0
#include "inbox/service/InboxService.h"

#include <stdexcept>

namespace congvu::core {

std::vector<std::string> InboxService::postsOf(const inbox::Assignee& assignee) const {
    return assignee.postId.empty() ? directory_.postsMeant(assignee.unitId, assignee.permission) : std::vector{assignee.postId};
}

std::string InboxService::create(db::Tx& tx, const inbox::NewWorkItem& item) {
    const auto& assignee = item.assignee;
    if (assignee.postId.empty() && (assignee.unitId.empty() || assignee.permission.empty())) {
        throw std::logic_error("a work item needs a post, or a unit and a permission");
    }
    WorkItem created;
    created.id = newId();
    created.entity = item.entity;
    created.kind = item.kind;
    created.assigneeKey = assigneeKeyOf(assignee);
    created.agencyId = item.agencyId;
    created.title = item.title;
    created.subtitle = item.subtitle;
    created.fromName = item.fromName;
    created.urgency = item.urgency;
    created.dueOn = item.dueOn;
    created.link = item.link;
    created.unitId = item.unitId;
    created.documentType = item.documentType;
    created.createdAt = clock_.now();
    if (!items_.insert(tx, created)) {
        const auto open = items_.openOf(tx, item.entity, item.kind, created.assigneeKey);
        return open.empty() ? std::string{} : open.front().id;
    }
    counters_.add(tx, created);
    if (assignee.postId.empty()) {
        keys_.remember(tx, assignee.permission);
    }
    const auto posts = postsOf(assignee);
    notify(tx, created, posts, "core.notify.work", created.link);
    // A substitute opens it from his list, by acting for the giver.
    notify(tx, created, substitutesOf(created), "core.notify.work-on-behalf", "/work");
    tell(tx, created, posts);
    return created.id;
}

std::vector<std::string> InboxService::substitutesOf(const WorkItem& item) const {
    const auto assignee = assigneeFrom(item.assigneeKey);
    const bool isOn = !assignee.postId.empty() && directory_.isPluginOnForPost(item.entity.plugin, assignee.postId);
    return !isOn ? std::vector<std::string>{} : mandates_.substitutesFor(assignee.postId, item.kind, {item.unitId, item.documentType});
}

void InboxService::notify(db::Tx& tx, const WorkItem& item, const std::vector<std::string>& posts, std::string_view messageId,
                          const std::string& link) {
    for (const auto& postId : posts) {
        notifications_.send(tx, {postId,
                                 item.entity,
                                 std::string{messageId},
                                 {{"@kind", "work." + item.kind}, {"title", item.title}, {"from", item.fromName}},
                                 link});
    }
}

void InboxService::tell(db::Tx& tx, const WorkItem& item, std::vector<std::string> posts) {
    for (auto& substitute : substitutesOf(item)) {
        posts.push_back(std::move(substitute));
    }
    auto key = item.entity.plugin + "/" + item.entity.type + "s/" + item.entity.id;
    tx.afterCommit([this, posts = std::move(posts), key = std::move(key), plugin = item.entity.plugin] {
        push_.badges(posts, plugin);
        push_.invalidate(posts, {"work-items", key}, plugin);
    });
}

int InboxService::complete(db::Tx& tx, const EntityRef& entity, std::string_view kind) {
    return finish(tx, items_.openOf(tx, entity, kind, ""));
}

int InboxService::completeFor(db::Tx& tx, const EntityRef& entity, std::string_view kind, const inbox::Assignee& assignee) {
    return finish(tx, items_.openOf(tx, entity, kind, assigneeKeyOf(assignee)));
}

int InboxService::finish(db::Tx& tx, const std::vector<WorkItem>& items) {
    const auto now = clock_.now();
    for (const auto& item : items) {
        items_.setDone(tx, item.id, now);
        counters_.subtract(tx, item);
        counters_.forgetReaders(tx, item);
        tell(tx, item, postsOf(assigneeFrom(item.assigneeKey)));
    }
    return static_cast<int>(items.size());
}

void InboxService::reschedule(db::Tx& tx, const EntityRef& entity, std::string_view kind, std::optional<Date> dueOn) {
    for (auto& item : items_.openOf(tx, entity, kind, "")) {
        items_.setDue(tx, item.id, dueOn);
        counters_.subtract(tx, item);
        item.dueOn = dueOn;
        counters_.add(tx, item);
        tell(tx, item, postsOf(assigneeFrom(item.assigneeKey)));
    }
}

}  // namespace congvu::core
