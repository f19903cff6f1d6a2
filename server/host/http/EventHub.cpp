// SPDX-License-Identifier: Apache-2.0
#include "http/EventHub.h"

#include "http/EventLoop.h"

#include "congvu/ids/Id.h"

#include <algorithm>
#include <iterator>

namespace congvu::host {

EventHub::EventHub(std::size_t maximumStreams, std::size_t maximumStreamsOfSession)
    : maximumStreams_(maximumStreams), maximumStreamsOfSession_(maximumStreamsOfSession), startTag_(newId()) {}

bool EventHub::open(const StreamStart& start, EventLoop& loop, std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    if (streams_.size() >= maximumStreams_) {
        return false;
    }
    const Key key{&loop, id};
    auto& ofSession = bySession_[start.sessionId];
    if (ofSession.size() >= maximumStreamsOfSession_) {
        const Key oldest = ofSession.front();
        closeStream(oldest);
        forget(oldest);
    }
    bySession_[start.sessionId].push_back(key);
    byPost_[start.postId].push_back(key);
    streams_.emplace(key, Stream{start.sessionId, start.postId});
    return true;
}

void EventHub::close(EventLoop& loop, std::uint64_t id) {
    const std::lock_guard lock(mutex_);
    forget({&loop, id});
}

void EventHub::closeSession(const std::string& sessionId) {
    const std::lock_guard lock(mutex_);
    const auto found = bySession_.find(sessionId);
    if (found == bySession_.end()) {
        return;
    }
    for (const auto& key : std::vector<Key>(found->second)) {
        closeStream(key);
        forget(key);
    }
}

void EventHub::forget(const Key& key) {
    const auto found = streams_.find(key);
    if (found == streams_.end()) {
        return;
    }
    removeFrom(byPost_, found->second.postId, key);
    removeFrom(bySession_, found->second.sessionId, key);
    streams_.erase(found);
}

void EventHub::removeFrom(Index& index, const std::string& name, const Key& key) {
    const auto found = index.find(name);
    if (found == index.end()) {
        return;
    }
    std::erase(found->second, key);
    if (found->second.empty()) {
        index.erase(found);
    }
}

void EventHub::toPost(std::string_view postId, std::string_view event, std::string_view dataJson) {
    const std::lock_guard lock(mutex_);
    if (const auto found = byPost_.find(std::string{postId}); found != byPost_.end()) {
        send(found->second, event, dataJson, AfterFrame::stayOpen);
    }
}

bool EventHub::isListening(std::string_view postId) {
    const std::lock_guard lock(mutex_);
    return byPost_.contains(std::string{postId});
}

void EventHub::toSession(std::string_view sessionId, std::string_view event, std::string_view dataJson) {
    const std::lock_guard lock(mutex_);
    if (const auto found = bySession_.find(std::string{sessionId}); found != bySession_.end()) {
        send(found->second, event, dataJson, event == "signed-out" ? AfterFrame::close : AfterFrame::stayOpen);
    }
}

void EventHub::toEverybody(std::string_view event, std::string_view dataJson) {
    const std::lock_guard lock(mutex_);
    std::vector<Key> keys;
    keys.reserve(streams_.size());
    for (const auto& [key, stream] : streams_) {
        keys.push_back(key);
    }
    send(keys, event, dataJson, AfterFrame::stayOpen);
}

std::size_t EventHub::size() const {
    const std::lock_guard lock(mutex_);
    return streams_.size();
}

void EventHub::send(const std::vector<Key>& keys, std::string_view event, std::string_view dataJson, AfterFrame afterFrame) {
    std::string text = "id: " + startTag_ + '-' + std::to_string(++sequence_) + "\nevent: ";
    text.append(event).append("\ndata: ");
    std::replace_copy(dataJson.begin(), dataJson.end(), std::back_inserter(text), '\n', ' ');
    text.append("\n\n");
    const auto frame = std::make_shared<const std::string>(std::move(text));
    std::map<EventLoop*, std::vector<std::uint64_t>> byLoop;
    for (const auto& [loop, id] : keys) {
        byLoop[loop].push_back(id);
    }
    for (auto& [loop, ids] : byLoop) {
        loop->post(StreamFrame{std::move(ids), frame, afterFrame == AfterFrame::close});
    }
}

void EventHub::closeStream(const Key& key) {
    key.first->post(StreamFrame{{key.second}, std::make_shared<const std::string>(), true});
}

}  // namespace congvu::host
