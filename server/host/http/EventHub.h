// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/OutgoingResponse.h"

#include "congvu/core/Core.h"

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace congvu::host {

class EventLoop;

/// Who is listening: finds the open event streams of a post or a session and hands each frame to the loops that own their sockets.
/// Thread-safe, never blocks on a client; a stream that cannot keep up is closed by its connection.
class EventHub final : public core::LiveSink {
public:
    /// Limits as in ServerOptions.
    EventHub(std::size_t maximumStreams, std::size_t maximumStreamsOfSession);

    /// Registers a stream whose socket belongs to connection `id` of the loop. The oldest stream of a session makes room for a new one
    /// beyond its limit. False when the server has too many streams.
    bool open(const StreamStart& start, EventLoop& loop, std::uint64_t id);
    void close(EventLoop& loop, std::uint64_t id);

    /// Ends the streams of a session that now acts in another post; its clients come back and are told to read everything anew.
    void closeSession(const std::string& sessionId);

    void toPost(std::string_view postId, std::string_view event, std::string_view dataJson) override;
    [[nodiscard]] bool isListening(std::string_view postId) override;
    /// The event "signed-out" is the last one: the streams of the session are closed after it.
    void toSession(std::string_view sessionId, std::string_view event, std::string_view dataJson) override;
    void toEverybody(std::string_view event, std::string_view dataJson) override;
    [[nodiscard]] std::size_t size() const;

private:
    using Key = std::pair<EventLoop*, std::uint64_t>;
    using Index = std::unordered_map<std::string, std::vector<Key>>;
    struct Stream {
        std::string sessionId;
        std::string postId;
    };
    enum class AfterFrame { stayOpen, close };

    void forget(const Key& key);
    static void removeFrom(Index& index, const std::string& name, const Key& key);
    void send(const std::vector<Key>& keys, std::string_view event, std::string_view dataJson, AfterFrame afterFrame);
    static void closeStream(const Key& key);

    std::size_t maximumStreams_;
    std::size_t maximumStreamsOfSession_;
    mutable std::mutex mutex_;
    std::map<Key, Stream> streams_;
    Index byPost_;
    Index bySession_;
    std::string startTag_;  ///< makes ids of this run differ from those of the run before
    std::uint64_t sequence_ = 0;
};

}  // namespace congvu::host
