// SPDX-License-Identifier: Apache-2.0
#include "sessions/service/SessionCache.h"

#include <algorithm>

namespace congvu::core {

namespace {

/// A part holds at most this many sessions; the one seen longest ago makes room. The database still knows it.
constexpr std::size_t kLargestPart = 4'096;
constexpr std::chrono::minutes kWriteInterval{1};

}  // namespace

SessionCache::Part& SessionCache::partOf(std::string_view tokenHash) {
    return parts_[TextHash{}(tokenHash) % parts_.size()];
}

std::optional<SessionRecord> SessionCache::findAndTouch(std::string_view tokenHash, Timestamp now, const SessionLimits& limits) {
    auto& part = partOf(tokenHash);
    const std::lock_guard lock(part.mutex);
    const auto found = part.entries.find(tokenHash);
    if (found == part.entries.end()) {
        return std::nullopt;
    }
    auto copy = found->second.session;
    if (!limits.isOver(copy.createdAt, copy.lastSeenAt, now)) {
        found->second.session.lastSeenAt = std::max(copy.lastSeenAt, now);
    }
    return copy;
}

void SessionCache::putIfCurrent(const SessionRecord& session, std::uint64_t revocationsBefore) {
    auto& part = partOf(session.tokenHash);
    const std::lock_guard lock(part.mutex);
    if (revocations_.load() != revocationsBefore) {
        return;
    }
    if (part.entries.size() >= kLargestPart) {
        part.entries.erase(std::min_element(part.entries.begin(), part.entries.end(), [](const auto& left, const auto& right) {
            return left.second.session.lastSeenAt < right.second.session.lastSeenAt;
        }));
    }
    part.entries.insert_or_assign(session.tokenHash, Entry{session, session.lastSeenAt});
}

void SessionCache::remove(std::string_view tokenHash) {
    auto& part = partOf(tokenHash);
    const std::lock_guard lock(part.mutex);
    ++revocations_;
    if (const auto found = part.entries.find(tokenHash); found != part.entries.end()) {
        part.entries.erase(found);
    }
}

void SessionCache::setPost(std::string_view tokenHash, std::string_view postId, std::string_view mandateId) {
    auto& part = partOf(tokenHash);
    const std::lock_guard lock(part.mutex);
    ++revocations_;  // a reader that still holds the old post must not put it back
    if (const auto found = part.entries.find(tokenHash); found != part.entries.end()) {
        found->second.session.postId = postId;
        found->second.session.mandateId = mandateId;
    }
}

void SessionCache::clear() {
    for (auto& part : parts_) {
        const std::lock_guard lock(part.mutex);
        ++revocations_;
        part.entries.clear();
    }
}

std::vector<std::pair<std::string, Timestamp>> SessionCache::takeSeen() {
    std::vector<std::pair<std::string, Timestamp>> seen;
    for (auto& part : parts_) {
        const std::lock_guard lock(part.mutex);
        for (auto& [hash, entry] : part.entries) {
            if (entry.session.lastSeenAt >= entry.writtenAt + kWriteInterval) {
                seen.emplace_back(entry.session.id, entry.session.lastSeenAt);
                entry.writtenAt = entry.session.lastSeenAt;
            }
        }
    }
    return seen;
}

}  // namespace congvu::core
