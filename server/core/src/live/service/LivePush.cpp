// SPDX-License-Identifier: Apache-2.0
#include "live/service/LivePush.h"

#include "congvu/json/Writer.h"

namespace congvu::core {

namespace {

/// What waits without being sent is bounded: pages that were told nothing refresh when they are opened again.
constexpr std::size_t kMostWaiting = 10'000;

}  // namespace

void LivePush::start(jobs::Jobs& jobs, BadgesOfPost badgesOfPost, PostsOfHolders postsOfHolders) {
    const std::lock_guard lock(mutex_);
    jobs_ = &jobs;
    badgesOfPost_ = std::move(badgesOfPost);
    postsOfHolders_ = std::move(postsOfHolders);
}

void LivePush::badges(const std::vector<std::string>& postIds) {
    const std::lock_guard lock(mutex_);
    if (waiting_.badges.size() < kMostWaiting) {
        waiting_.badges.insert(postIds.begin(), postIds.end());
    }
    wake();
}

void LivePush::invalidate(const std::vector<std::string>& postIds, const std::vector<std::string>& keys) {
    const std::lock_guard lock(mutex_);
    for (const auto& postId : postIds) {
        for (const auto& key : keys) {
            if (waiting_.keys.size() < kMostWaiting) {
                waiting_.keys.emplace(postId, key);
            }
        }
    }
    wake();
}

void LivePush::invalidateHolders(const Holders& holders, const std::vector<std::string>& keys) {
    const std::lock_guard lock(mutex_);
    for (const auto& key : keys) {
        if (waiting_.keysOfHolders.size() < kMostWaiting) {
            waiting_.keysOfHolders.emplace(holders, key);
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
    if (jobs_ != nullptr && !isScheduled_ && !waiting_.isEmpty()) {
        isScheduled_ = true;
        jobs_->runSoon([this] { send(); });
    }
}

void LivePush::send() {
    Waiting waiting;
    {
        const std::lock_guard lock(mutex_);
        std::swap(waiting, waiting_);
        isScheduled_ = false;
    }
    for (const auto& message : waiting.messages) {
        message(sink_);
    }
    for (const auto& postId : waiting.badges) {
        sink_.toPost(postId, "badge", badgesOfPost_(postId));
    }
    lookUpHolders(waiting);
    sendKeys(waiting);
}

void LivePush::lookUpHolders(Waiting& waiting) const {
    std::vector<std::string> posts;
    const Holders* known = nullptr;
    for (const auto& [holders, key] : waiting.keysOfHolders) {
        if (known == nullptr || *known < holders) {
            posts = postsOfHolders_(holders);
            known = &holders;
        }
        for (const auto& postId : posts) {
            waiting.keys.emplace(postId, key);
        }
    }
}

void LivePush::sendKeys(const Waiting& waiting) {
    for (auto at = waiting.keys.begin(); at != waiting.keys.end();) {
        const auto postId = at->first;
        json::Writer out;
        out.beginObject().key("keys").beginArray();
        for (; at != waiting.keys.end() && at->first == postId; ++at) {
            out.string(at->second);
        }
        out.endArray().endObject();
        sink_.toPost(postId, "invalidate", out.take());
    }
}

}  // namespace congvu::core
