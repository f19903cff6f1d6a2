// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/BodyCollector.h"
#include "http/ClientSocket.h"
#include "http/EventLoop.h"
#include "http/Exchange.h"
#include "http/OutgoingResponse.h"
#include "http/OutputQueue.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::host {

/// One client: reads requests one after the other, lets the pipeline answer each and writes the answers in order. Lives on its loop's
/// thread only. While a request is being answered nothing more is read, so a client cannot pile up work or memory.
///
///     idle → head → (body) → answering → writing → idle …        any → closed
///                                        writing → streaming     (event streams)
///                                        writing → lingering     (refused while the body was still on its way)
class ClientConnection {
public:
    ClientConnection(EventLoop& loop, std::uint64_t id, ClientSocket socket, std::string address);
    ~ClientConnection();

    /// The bits of epoll.
    void onEvents(std::uint32_t events);
    /// A worker has finished.
    void onAnswer(OutgoingResponse response);
    /// Bytes for an event stream.
    void onFrame(const std::string& bytes, bool isLast);
    /// Its turn again, after it gave way to others.
    void onResume();
    /// Once a second: deadlines, heartbeat, memory.
    void onSweep();
    [[nodiscard]] bool isClosed() const { return state_ == State::closed; }

private:
    enum class State { idle, head, body, answering, writing, streaming, lingering, closed };

    // reading
    [[nodiscard]] bool wantsInput() const { return state_ == State::idle || state_ == State::head || state_ == State::body; }
    void readAndProceed();
    void consume(std::string_view& input);
    bool takeHead(std::string_view& input);
    void startRequest(ParsedHead head);
    void startBody(const ParsedHead& head);
    void takeBody(std::string_view& input);
    void discardInput();
    // answering
    void answer();
    void refuse(int status, std::string_view code);
    void respond(OutgoingResponse response);
    // writing
    void flush();
    void finishAnswer();
    void startStream();
    void close();
    [[nodiscard]] bool isSlowBody() const;

    EventLoop& loop_;
    std::uint64_t id_;
    ClientSocket socket_;
    std::string address_;
    State state_ = State::idle;
    bool mayRead_ = true;  ///< the socket may hold unread bytes (edge-triggered)
    bool peerHasFinished_ = false;
    bool keepsAlive_ = true;
    bool isHead_ = false;
    bool isBodyPending_ = false;  ///< bytes of a refused body may still come
    unsigned int requestsInTurn_ = 0;
    EventLoop::SteadyTime deadline_;
    EventLoop::SteadyTime bodySince_;
    std::string in_;  ///< bytes that belong to a request that is not complete
    std::size_t headSeen_ = 0;
    std::unique_ptr<Exchange> exchange_;
    std::unique_ptr<BodyCollector> bodyCollector_;
    OutputQueue output_;
    std::optional<StreamStart> stream_;
};

}  // namespace congvu::host
