// SPDX-License-Identifier: Apache-2.0
#include "service/TaskPresenter.h"

#include "congvu/text/Text.h"

namespace congvu::tasks {

namespace {

std::optional<SourceView> sourceView(const TaskSource& source) {
    if (source.isEmpty() && source.symbol.empty() && source.issuer.empty()) {
        return std::nullopt;
    }
    const auto link = source.isEmpty() ? std::string{} : "/" + source.plugin + "/" + source.type + "s/" + source.id;
    return SourceView{source.plugin, source.type, source.id, source.symbol, source.issuer, link};
}

}  // namespace

TaskCard TaskPresenter::card(const Task& task, const Viewer& viewer, const Reckoning& reckoning) const {
    TaskCard card;
    card.id = task.id;
    card.kind = task.kind;
    card.title = task.title;
    card.urgency = task.urgency;
    card.state = task.state;
    card.stage = stageOf(task.state);
    card.timeliness = timelinessOf(task, reckoning);
    card.percent = task.percent;
    card.unit = unit(task.unitId);
    card.lead = task.leadPostId ? std::optional{post(*task.leadPostId)} : std::nullopt;
    for (const auto& handler : task.handlerPostIds) {
        card.handlers.push_back(post(handler));
    }
    card.assignerPostId = task.assignerPostId;
    card.assignerName = task.assignerName;
    card.leader = task.leaderPostId.empty() ? std::nullopt : std::optional{post(task.leaderPostId)};
    card.field = task.field;
    card.origin = task.origin;
    card.dueOn = task.dueOn;
    card.originalDueOn = task.originalDueOn;
    card.judgedOn = task.judgedOn;
    card.source = sourceView(task.source);
    card.externalCode = task.externalCode;
    card.parentId = task.parentId;
    card.hasPendingExtension = task.pendingExtensionId.has_value();
    card.extensionCount = task.extensionCount;
    card.urgeCount = task.urgeCount;
    card.acts = possibleActs(task, relationOf(task, viewer));
    card.version = task.version;
    card.createdAt = task.createdAt;
    card.updatedAt = task.updatedAt;
    return card;
}

RelatedView TaskPresenter::related(const RelatedTask& related, const Reckoning& reckoning) const {
    const auto& task = related.task;
    RelatedView view;
    view.id = task.id;
    view.kind = task.kind;
    view.title = task.title;
    view.unitName = unit(task.unitId).name;
    const auto holder = task.handlerPostIds.empty() ? task.leadPostId : std::optional{task.handlerPostIds.front()};
    view.leadName = holder ? post(*holder).name : std::string{};
    view.state = task.state;
    view.timeliness = timelinessOf(task, reckoning);
    view.percent = task.percent;
    view.dueOn = task.dueOn;
    view.mayOpen = related.mayOpen;
    return view;
}

UnitView TaskPresenter::unit(std::string_view unitId) const {
    const auto unit = directory_.unit(unitId);
    return {std::string{unitId}, unit ? unit->name : std::string{}};
}

std::string TaskPresenter::leadName(const Task& task) const {
    const auto unitName = unit(task.unitId).name;
    const auto holder = task.handlerPostIds.empty() ? task.leadPostId : std::optional{task.handlerPostIds.front()};
    return holder ? unitName + " – " + post(*holder).name : unitName;
}

PostView TaskPresenter::post(std::string_view postId) const {
    const auto post = directory_.post(postId);
    if (!post) {
        return {std::string{postId}, {}, {}, {}};
    }
    return {post->id, post->personName, post->title, text::initials(post->personName)};
}

}  // namespace congvu::tasks
