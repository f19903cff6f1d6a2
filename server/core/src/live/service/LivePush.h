// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/core/Core.h"
#include "congvu/jobs/Jobs.h"

#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace congvu::core {

/// Sends what committed transactions have to tell open pages: gathers it on the writer's thread, which only adds to lists, and sends it
/// from the background pool, in the order of the commits. Badges of a post and equal query keys that wait are sent once. What a plugin
/// has to say does not reach posts for whose unit it is off when it would be sent. Thread-safe.
class LivePush {
public:
    using Message = std::function<void(LiveSink&)>;
    /// The posts of an agency that hold a permission.
    struct Holders {
        std::string agencyId;
        std::string permission;
        bool operator<(const Holders& other) const { return std::tie(agencyId, permission) < std::tie(other.agencyId, other.permission); }
    };
    /// What is asked when it is sent.
    struct Lookups {
        std::function<std::string(const std::string& postId)> badgesOfPost;
        std::function<std::vector<std::string>(const Holders&)> postsOfHolders;
        std::function<bool(const std::string& plugin, const std::string& postId)> isOnForPost;
    };

    explicit LivePush(LiveSink& sink) : sink_(sink) {}
    /// Until this is called, what is gathered waits.
    void start(jobs::Jobs& jobs, Lookups lookups);

    /// `plugin`: whose news it is.
    void badges(const std::vector<std::string>& postIds, const std::string& plugin);
    void invalidate(const std::vector<std::string>& postIds, const std::vector<std::string>& keys, const std::string& plugin);
    void invalidateHolders(const Holders& holders, const std::vector<std::string>& keys, const std::string& plugin);
    /// Runs on the background pool and looks itself who may see it.
    void message(Message message);

private:
    struct Waiting {
        std::set<std::pair<std::string, std::string>> badges;              ///< post, plugin
        std::set<std::tuple<std::string, std::string, std::string>> keys;  ///< post, key, plugin
        std::set<std::tuple<Holders, std::string, std::string>> keysOfHolders;
        std::vector<Message> messages;
        [[nodiscard]] bool isEmpty() const { return badges.empty() && keys.empty() && keysOfHolders.empty() && messages.empty(); }
    };
    void wake();
    void sendAll();
    void send(Waiting& waiting);
    void lookUpHolders(Waiting& waiting) const;
    void sendBadges(const Waiting& waiting);
    void sendKeys(const Waiting& waiting);

    LiveSink& sink_;
    std::mutex mutex_;
    Waiting waiting_;
    bool isSending_ = false;  ///< soon or now; so there is one sender at a time
    jobs::Jobs* jobs_ = nullptr;
    Lookups lookups_;
};

}  // namespace congvu::core
