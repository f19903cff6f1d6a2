// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/service/EntityAccess.h"
#include "follows/storage/FollowRepository.h"
#include "organisation/service/OrganisationService.h"

#include "congvu/core/Core.h"
#include "congvu/db/Db.h"
#include "congvu/inbox/Timeline.h"
#include "congvu/jobs/Jobs.h"
#include "congvu/log/Log.h"
#include "congvu/notifications/Notifications.h"

#include <atomic>
#include <mutex>
#include <string>
#include <vector>

namespace congvu::core {

/// Tells every step of an entity to the posts that follow it and still see it. A step costs the transaction that makes it one statement;
/// who is told is looked up right after the commit, when the plugin has written who sees the entity. Each step is told once.
class FollowSteps {
public:
    struct Needs {
        db::Db& db;
        const EntityAccess& access;
        const OrganisationService& organisation;
        notifications::Notifications& notifications;
        const Catalogue& catalogue;
        Log& log;
    };
    explicit FollowSteps(const Needs& needs) : needs_(needs) {}
    void start(jobs::Jobs& jobs) { jobs_.store(&jobs); }

    /// Called with every new line of a timeline, in its transaction.
    void note(db::Tx& tx, const http::Caller& actor, const EntityRef& entity, const inbox::TimelineEntry& entry);
    /// Job: tells everything that waits; how many steps that were.
    int tellWaiting();

private:
    /// A message about a step, not yet sent.
    struct Notice {
        std::size_t step = 0;  ///< index of the step
        notifications::Notification message;
    };
    void wake();
    /// Of steps that a plugin fails at, nobody is told; the others do not wait for it.
    [[nodiscard]] std::vector<Notice> noticesOf(const std::vector<FollowedStep>& steps) const;
    void addNotices(std::vector<Notice>& notices, const std::vector<FollowedStep>& steps, std::size_t first, std::size_t last) const;
    [[nodiscard]] notifications::Notification messageOf(const FollowedStep& step, const std::string& postId,
                                                        const entities::EntitySummary& entity) const;

    Needs needs_;
    FollowRepository repository_;
    std::atomic<jobs::Jobs*> jobs_{nullptr};
    std::atomic<bool> isScheduled_{false};
    std::mutex telling_;  ///< one thread works the queue off, in its order
};

}  // namespace congvu::core
