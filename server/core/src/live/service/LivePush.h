// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"
#include "congvu/jobs/Jobs.h"

#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::core {

/// Sends what committed transactions have to tell open pages: gathers it on the writer's thread, which only adds to lists, and sends it
/// from the background pool. Badges of a post and equal query keys that wait are sent once. Thread-safe.
class LivePush {
public:
    using BadgesOfPost = std::function<std::string(const std::string& postId)>;
    using Message = std::function<void(LiveSink&)>;
    /// The posts of an agency that hold a permission.
    struct Holders {
        std::string agencyId;
        std::string permission;
        bool operator<(const Holders& other) const { return std::tie(agencyId, permission) < std::tie(other.agencyId, other.permission); }
    };
    using PostsOfHolders = std::function<std::vector<std::string>(const Holders&)>;

    explicit LivePush(LiveSink& sink) : sink_(sink) {}
    /// Until this is called, what is gathered waits.
    void start(jobs::Jobs& jobs, BadgesOfPost badgesOfPost, PostsOfHolders postsOfHolders);

    void badges(const std::vector<std::string>& postIds);
    void invalidate(const std::vector<std::string>& postIds, const std::vector<std::string>& keys);
    void invalidateHolders(const Holders& holders, const std::vector<std::string>& keys);
    /// Runs on the background pool.
    void message(Message message);

private:
    struct Waiting {
        std::set<std::string> badges;
        std::set<std::pair<std::string, std::string>> keys;  ///< post, key
        std::set<std::pair<Holders, std::string>> keysOfHolders;
        std::vector<Message> messages;
        [[nodiscard]] bool isEmpty() const { return badges.empty() && keys.empty() && keysOfHolders.empty() && messages.empty(); }
    };
    void wake();
    void send();
    void lookUpHolders(Waiting& waiting) const;
    void sendKeys(const Waiting& waiting);

    LiveSink& sink_;
    std::mutex mutex_;
    Waiting waiting_;
    bool isScheduled_ = false;
    jobs::Jobs* jobs_ = nullptr;
    BadgesOfPost badgesOfPost_;
    PostsOfHolders postsOfHolders_;
};

}  // namespace congvu::core
