// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"
#include "congvu/jobs/Jobs.h"

#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace congvu::core {

/// Sends what committed transactions have to tell open pages: gathers it on the writer's thread, which only adds to lists, and sends it
/// from the background pool. Badges of a post and equal query keys that wait are sent once. Thread-safe.
class LivePush {
public:
    using BadgesOfPost = std::function<std::string(const std::string& postId)>;
    using Message = std::function<void(LiveSink&)>;

    explicit LivePush(LiveSink& sink) : sink_(sink) {}
    /// Until this is called, what is gathered waits.
    void start(jobs::Jobs& jobs, BadgesOfPost badgesOfPost);

    void badges(const std::vector<std::string>& postIds);
    void invalidate(const std::vector<std::string>& postIds, const std::vector<std::string>& keys);
    /// Runs on the background pool.
    void message(Message message);

private:
    struct Waiting {
        std::set<std::string> badges;
        std::set<std::pair<std::string, std::string>> keys;  ///< post, key
        std::vector<Message> messages;
        [[nodiscard]] bool isEmpty() const { return badges.empty() && keys.empty() && messages.empty(); }
    };
    void wake();
    void send();
    void sendKeys(const Waiting& waiting);

    LiveSink& sink_;
    std::mutex mutex_;
    Waiting waiting_;
    bool isScheduled_ = false;
    jobs::Jobs* jobs_ = nullptr;
    BadgesOfPost badgesOfPost_;
};

}  // namespace congvu::core
