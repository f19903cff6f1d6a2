// SPDX-License-Identifier: Apache-2.0
#include "follows/service/FollowSteps.h"

#include "follows/service/StepWords.h"

#include <exception>

namespace congvu::core {

namespace {

constexpr std::int64_t kStepsAtOnce = 100;

}  // namespace

void FollowSteps::note(db::Tx& tx, const http::Caller& actor, const EntityRef& entity, const inbox::TimelineEntry& entry) {
    if (repository_.enqueue(tx, {entry.id, entity, entry.act, actor.personName, actor.personId})) {
        tx.afterCommit([this] { wake(); });
    }
}

void FollowSteps::wake() {
    auto* jobs = jobs_.load();
    if (jobs != nullptr && !isScheduled_.exchange(true)) {
        jobs->runSoon([this] {
            isScheduled_.store(false);
            tellWaiting();
        });
    }
}

int FollowSteps::tellWaiting() {
    const std::lock_guard lock(telling_);
    int told = 0;
    while (true) {
        const auto steps = needs_.db.read([&](db::Reader& reader) { return repository_.waiting(reader, kStepsAtOnce); });
        if (steps.empty()) {
            return told;
        }
        const auto notices = noticesOf(steps);
        needs_.db.write([&](db::Tx& tx) {
            auto next = notices.begin();
            for (std::size_t step = 0; step < steps.size(); ++step) {
                const bool isOurs = repository_.take(tx, steps[step].id);
                for (; next != notices.end() && next->step == step; ++next) {
                    if (isOurs) {
                        needs_.notifications.send(tx, next->message);
                    }
                }
            }
        });
        told += static_cast<int>(steps.size());
    }
}

std::vector<FollowSteps::Notice> FollowSteps::noticesOf(const std::vector<FollowedStep>& steps) const {
    std::vector<Notice> notices;
    notices.reserve(steps.size());
    try {
        addNotices(notices, steps, 0, steps.size());
        return notices;
    } catch (const std::exception&) {
        notices.clear();
    }
    // One of them fails: each alone then, in a snapshot of its own.
    for (std::size_t index = 0; index < steps.size(); ++index) {
        const auto before = notices.size();
        try {
            addNotices(notices, steps, index, index + 1);
        } catch (const std::exception& error) {
            notices.resize(before);
            const auto& entity = steps[index].entity;
            needs_.log.error("follows.step-failed",
                             {{"plugin", entity.plugin}, {"type", entity.type}, {"entity", entity.id}, {"error", error.what()}});
        }
    }
    return notices;
}

void FollowSteps::addNotices(std::vector<Notice>& notices, const std::vector<FollowedStep>& steps, std::size_t first,
                             std::size_t last) const {
    needs_.db.read([&](db::Reader& reader) {
        for (auto index = first; index < last; ++index) {
            const auto& step = steps[index];
            for (const auto& postId : repository_.followers(reader, step.entity)) {
                const auto caller = needs_.organisation.callerOf(postId);
                // Nobody is told what he has done himself.
                if (!caller || caller->personId == step.actorPersonId) {
                    continue;
                }
                if (const auto entity = needs_.access.find(reader, *caller, step.entity)) {
                    notices.push_back({index, messageOf(step, postId, *entity)});
                }
            }
        }
    });
}

notifications::Notification FollowSteps::messageOf(const FollowedStep& step, const std::string& postId,
                                                   const entities::EntitySummary& entity) const {
    notifications::Notification message;
    message.postId = postId;
    message.about = step.entity;
    message.messageId = step.actorName.empty() ? "core.notify.followed-alone" : "core.notify.followed";
    message.params = {{"title", entity.title}, {"@step", stepMessageOf(needs_.catalogue, step.act)}, {"who", step.actorName}};
    message.link = entity.link;
    return message;
}

}  // namespace congvu::core
