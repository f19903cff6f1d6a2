// SPDX-License-Identifier: Apache-2.0
#include "inbox/service/DeadlineReminder.h"

namespace congvu::core {

namespace {

/// No setting makes "soon" longer than sixty working days.
constexpr int kHorizonDays = 100;

}  // namespace

int DeadlineReminder::run() {
    int reminded = 0;
    std::string afterDueOn;
    std::string afterId;
    const auto horizon = reading_.datesFor({}).today.plusDays(kHorizonDays);
    for (;;) {
        const auto items = db_.read([&](db::Reader& reader) { return items_.dueUntil(reader, horizon, afterDueOn, afterId); });
        if (items.empty()) {
            return reminded;
        }
        for (const auto& item : items) {
            const auto state = reading_.datesFor(item.agencyId).stateOf(item.dueOn);
            const bool isNew = (state == "soon" && item.remindedOf.empty()) || (state == "overdue" && item.remindedOf != "overdue");
            reminded += isNew && remind(item, state) ? 1 : 0;
        }
        afterDueOn = items.back().dueOn->toString();
        afterId = items.back().id;
    }
}

bool DeadlineReminder::remind(const WorkItem& item, std::string_view state) {
    std::vector<std::string> posts = inbox_.postsOf(assigneeFrom(item.assigneeKey));
    std::erase_if(posts, [&](const std::string& postId) {
        const auto post = directory_.post(postId);
        return !post || !directory_.isPluginOn(item.entity.plugin, post->unitId);
    });
    if (posts.empty()) {
        return false;
    }
    return db_.write([&](db::Tx& tx) {
        const auto current = items_.find(tx, item.id);
        if (!current || current->doneAt || current->dueOn != item.dueOn) {
            return false;
        }
        items_.setReminded(tx, item.id, state);
        for (const auto& postId : posts) {
            notifications_.send(tx, {postId,
                                     item.entity,
                                     "core.notify." + std::string{state},
                                     {{"@kind", "work." + item.kind}, {"title", item.title}, {"due", item.dueOn->toDisplay()}},
                                     item.link});
        }
        return true;
    });
}

}  // namespace congvu::core
