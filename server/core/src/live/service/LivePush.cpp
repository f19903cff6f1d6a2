// SPDX-License-Identifier: Apache-2.0
#include "live/service/LivePush.h"

#include "congvu/json/Writer.h"

#include <map>

namespace congvu::core {

namespace {

/// What waits without being sent is bounded: pages that were told nothing refresh when they are opened again.
constexpr std::size_t kMostWaiting = 10'000;

}  // namespace

void LivePush::start(jobs::Jobs& jobs, Lookups lookups) {
    const std::lock_guard lock(mutex_);
    jobs_ = &jobs;
    lookups_ = std::move(lookups);
}

void LivePush::badges(const std::vector<std::string>& postIds, const std::string& plugin) {
    const std::lock_guard lock(mutex_);
    for (const auto& postId : postIds) {
        if (waiting_.badges.size() < kMostWaiting) {
            waiting_.badges.emplace(postId, plugin);
        }
    }
    wake();
}

void LivePush::invalidate(const std::vector<std::string>& postIds, const std::vector<std::string>& keys, const std::string& plugin) {
    const std::lock_guard lock(mutex_);
    for (const auto& postId : postIds) {
        for (const auto& key : keys) {
            if (waiting_.keys.size() < kMostWaiting) {
                waiting_.keys.emplace(postId, key, plugin);
            }
        }
    }
    wake();
}

void LivePush::invalidateHolders(const Holders& holders, const std::vector<std::string>& keys, const std::string& plugin) {
    const std::lock_guard lock(mutex_);
    for (const auto& key : keys) {
        if (waiting_.keysOfHolders.size() < kMostWaiting) {
            waiting_.keysOfHolders.emplace(holders, key, plugin);
        }
    }
    wake();
}

void LivePush::message(Message message) {
    const std::lock_guard lock(mutex_);
    if (waiting_.messages.size() < kMostWaiting) {
        waiting_.messages.push_back(std::move(message));
    }
    wake();
}

void LivePush::wake() {
    if (jobs_ != nullptr && !isSending_ && !waiting_.isEmpty()) {
        jobs_->runSoon([this] { sendAll(); });
        isSending_ = true;
    }
}

void LivePush::sendAll() {
    Waiting waiting;
    {
        const std::lock_guard lock(mutex_);
        std::swap(waiting, waiting_);
    }
    const auto finish = [this] {
        const std::lock_guard lock(mutex_);
        isSending_ = false;
        wake();
    };
    try {
        send(waiting);
    } catch (...) {
        finish();
        throw;
    }
    finish();
}

void LivePush::send(Waiting& waiting) {
    for (const auto& message : waiting.messages) {
        message(sink_);
    }
    sendBadges(waiting);
    lookUpHolders(waiting);
    sendKeys(waiting);
}

void LivePush::lookUpHolders(Waiting& waiting) const {
    std::vector<std::string> posts;
    const Holders* known = nullptr;
    for (const auto& [holders, key, plugin] : waiting.keysOfHolders) {
        if (known == nullptr || *known < holders) {
            posts = lookups_.postsOfHolders(holders);
            std::erase_if(posts, [this](const std::string& postId) { return !sink_.isListening(postId); });
            known = &holders;
        }
        for (const auto& postId : posts) {
            waiting.keys.emplace(postId, key, plugin);
        }
    }
}

void LivePush::sendBadges(const Waiting& waiting) {
    std::string toldLast;
    for (const auto& [postId, plugin] : waiting.badges) {
        if (postId != toldLast && sink_.isListening(postId) && lookups_.isOnForPost(plugin, postId)) {
            sink_.toPost(postId, "badge", lookups_.badgesOfPost(postId));
            toldLast = postId;
        }
    }
}

void LivePush::sendKeys(const Waiting& waiting) {
    std::map<std::string, std::set<std::string>> shown;
    for (const auto& [postId, key, plugin] : waiting.keys) {
        if (lookups_.isOnForPost(plugin, postId)) {
            shown[postId].insert(key);
        }
    }
    for (const auto& [postId, keys] : shown) {
        json::Writer out;
        out.beginObject().key("keys").beginArray();
        for (const auto& key : keys) {
            out.string(key);
        }
        out.endArray().endObject();
        sink_.toPost(postId, "invalidate", out.take());
    }
}

}  // namespace congvu::core
