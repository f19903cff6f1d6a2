// SPDX-License-Identifier: Apache-2.0
#include "http/ClientConnection.h"

#include "http/EventHub.h"
#include "http/HeadParser.h"
#include "http/ResponseHead.h"

#include <sys/epoll.h>
#include <algorithm>
#include <exception>
#include <utility>

namespace congvu::host {

namespace {

constexpr unsigned int kRequestsInTurn = 32;  // of one pipelining client, before the others get their turn
constexpr std::size_t kSmallBody = 8 * 1024;  // copied behind its head, so that one call sends both
constexpr std::string_view kHeartbeat = ":\n\n";

/// A request on its way through a worker. The answer goes back to the loop, which knows whether the client is still there.
class AnswerTask final : public Task {
public:
    AnswerTask(EventLoop& loop, std::uint64_t connection, std::unique_ptr<Exchange> exchange)
        : loop_(loop), connection_(connection), exchange_(std::move(exchange)) {}
    void run() noexcept override {
        auto response = loop_.parts().pipeline.answer(*exchange_);
        exchange_.reset();  // removes temporary files here and not on the loop
        loop_.post(FinishedAnswer{connection_, std::move(response)});
    }
    std::unique_ptr<Exchange> takeBack() { return std::move(exchange_); }

private:
    EventLoop& loop_;
    std::uint64_t connection_;
    std::unique_ptr<Exchange> exchange_;
};

std::string_view codeOf(HeadFault fault) {
    return fault == HeadFault::notImplemented || fault == HeadFault::versionNotSupported ? "method-not-allowed" : "bad-request";
}

}  // namespace

ClientConnection::ClientConnection(EventLoop& loop, std::uint64_t id, ClientSocket socket, std::string address)
    : loop_(loop),
      id_(id),
      socket_(std::move(socket)),
      address_(std::move(address)),
      deadline_(loop.now() + loop.parts().options.idleTime) {}

ClientConnection::~ClientConnection() {
    if (state_ == State::streaming) {
        loop_.parts().hub.close(loop_, id_);
    }
}

void ClientConnection::close() {
    if (state_ == State::streaming) {
        loop_.parts().hub.close(loop_, id_);
    }
    state_ = State::closed;
}

void ClientConnection::onEvents(std::uint32_t events) {
    peerHasFinished_ = peerHasFinished_ || (events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0;
    if ((events & (EPOLLHUP | EPOLLERR)) != 0 || (peerHasFinished_ && state_ == State::streaming)) {
        close();
        return;
    }
    mayRead_ = mayRead_ || (events & (EPOLLIN | EPOLLRDHUP)) != 0;
    requestsInTurn_ = 0;
    if ((events & EPOLLOUT) != 0 && !output_.isEmpty()) {
        flush();
    }
    readAndProceed();
}

void ClientConnection::onResume() {
    requestsInTurn_ = 0;
    if (!output_.isEmpty()) {
        flush();
    }
    readAndProceed();
}

void ClientConnection::readAndProceed() {
    auto& buffer = loop_.readBuffer();
    for (;;) {
        if (state_ == State::streaming || state_ == State::lingering) {
            discardInput();
            return;
        }
        if (wantsInput() && !in_.empty()) {
            std::string_view rest = in_;
            consume(rest);
            in_.erase(0, in_.size() - rest.size());
        }
        if (!wantsInput() || !mayRead_) {
            return;
        }
        if (requestsInTurn_ >= kRequestsInTurn) {
            loop_.resumeLater(id_);
            return;
        }
        const auto received = socket_.receive(buffer.data(), buffer.size());
        if (received.state == SocketState::closed) {
            close();  // nothing is being answered: the client has gone
            return;
        }
        // A short read has emptied the socket; the end of the stream must still be read when it has been announced.
        mayRead_ = received.bytes == buffer.size() || (peerHasFinished_ && received.state == SocketState::progressed);
        if (received.state == SocketState::wouldBlock) {
            return;
        }
        std::string_view bytes{buffer.data(), received.bytes};
        if (in_.empty()) {
            consume(bytes);  // most requests come whole and are read where they lie
            in_.assign(bytes);
        } else {
            in_.append(bytes);
        }
    }
}

void ClientConnection::discardInput() {
    auto& buffer = loop_.readBuffer();
    while (mayRead_) {
        const auto received = socket_.receive(buffer.data(), buffer.size());
        if (received.state == SocketState::closed) {
            close();
            return;
        }
        mayRead_ = received.state == SocketState::progressed;
    }
}

/// Reads as many requests as are there and may be answered at once.
void ClientConnection::consume(std::string_view& input) {
    while (!input.empty() && wantsInput()) {
        if (requestsInTurn_ >= kRequestsInTurn) {
            loop_.resumeLater(id_);
            return;
        }
        if (state_ == State::body) {
            takeBody(input);
        } else if (!takeHead(input)) {
            return;
        }
    }
}

/// False when the head is not complete yet.
bool ClientConnection::takeHead(std::string_view& input) {
    if (state_ == State::idle) {
        while (input.starts_with("\r\n")) {  // RFC 9112 §2.2: an empty line before a request line is ignored
            input.remove_prefix(2);
        }
        if (input.empty()) {
            return false;
        }
        state_ = State::head;
        deadline_ = loop_.now() + loop_.parts().options.headTime;
        headSeen_ = 0;
    }
    const auto length = headLength(input.substr(0, kMaximumHead), headSeen_);
    if (length == 0) {
        headSeen_ = input.size();
        if (input.size() >= kMaximumHead) {
            refuse(statusOf(HeadFault::headTooLarge), "too-large");
        }
        return false;
    }
    ParsedHead head;
    const auto fault = parseHead(input.substr(0, length), head);
    input.remove_prefix(length);
    if (fault != HeadFault::none) {
        refuse(statusOf(fault), codeOf(fault));
        return false;
    }
    ++requestsInTurn_;
    startRequest(std::move(head));
    return true;
}

void ClientConnection::startRequest(ParsedHead head) {
    keepsAlive_ = head.keepsAlive && !loop_.isDraining();
    isHead_ = head.request.isHead;
    isBodyPending_ = head.framing != BodyFraming::none;
    exchange_ = std::make_unique<Exchange>();
    exchange_->request = std::move(head.request);
    exchange_->request.clientAddress = loop_.parts().proxies.clientOf(address_, exchange_->request.headers.joined("X-Forwarded-For"));
    if (auto refusal = loop_.parts().pipeline.admit(*exchange_)) {
        respond(std::move(*refusal));
    } else if (isBodyPending_) {
        startBody(head);
    } else {
        answer();
    }
}

void ClientConnection::startBody(const ParsedHead& head) {
    const auto& options = loop_.parts().options;
    state_ = State::body;
    bodySince_ = loop_.now();
    bodyCollector_ = std::make_unique<BodyCollector>(
        head.framing, head.bodyLength, BodyCollector::Limits{exchange_->route().maxBodyBytes, options.bodyInMemory, options.uploadFolder});
    if (head.expectsContinue) {
        output_.text() += "HTTP/1.1 100 Continue\r\n\r\n";
        flush();
    }
}

void ClientConnection::takeBody(std::string_view& input) {
    auto result = BodyCollector::Result::bad;
    try {
        result = bodyCollector_->take(input, exchange_->request);
    } catch (const std::exception& error) {
        loop_.parts().log.error("http.body-not-stored", {{"error", error.what()}});
        refuse(503, "unavailable");
        return;
    }
    if (result == BodyCollector::Result::complete) {
        bodyCollector_.reset();
        isBodyPending_ = false;
        answer();
    } else if (result == BodyCollector::Result::tooLarge) {
        refuse(413, "too-large");
    } else if (result == BodyCollector::Result::bad) {
        refuse(400, "bad-request");
    }
}

void ClientConnection::answer() {
    const auto& parts = loop_.parts();
    if (exchange_->route().runsOn == http::RunsOn::loop) {
        respond(parts.pipeline.answer(*exchange_));
        return;
    }
    state_ = State::answering;
    auto task = std::make_unique<AnswerTask>(loop_, id_, std::move(exchange_));
    auto* const answerTask = task.get();
    std::unique_ptr<Task> queued = std::move(task);
    if (!parts.pool.submit(queued)) {
        exchange_ = answerTask->takeBack();
        respond(parts.pipeline.refuseBusy(*exchange_));
    }
}

void ClientConnection::refuse(int status, std::string_view code) {
    isBodyPending_ = true;  // nobody knows what of this client's bytes belongs to what: say so, let it read that, and hang up
    respond(loop_.parts().pipeline.refuse(status, code));
}

void ClientConnection::onAnswer(OutgoingResponse response) {
    if (state_ == State::answering) {
        requestsInTurn_ = 0;
        respond(std::move(response));
        readAndProceed();
    }
}

void ClientConnection::respond(OutgoingResponse response) {
    exchange_.reset();
    bodyCollector_.reset();
    keepsAlive_ = keepsAlive_ && !response.closesConnection && !isBodyPending_ && !response.stream && !loop_.isDraining();
    const auto length = response.file ? response.file->length : static_cast<std::int64_t>(response.body.size());
    appendResponseHead(output_.text(), response, length, keepsAlive_ ? AfterAnswer::keepOpen : AfterAnswer::close, loop_.date());
    if (!isHead_ && response.file) {
        output_.setFile(std::move(*response.file));
    } else if (!isHead_ && response.body.size() <= kSmallBody) {
        output_.text() += response.body;
    } else if (!isHead_) {
        output_.setBody(std::move(response.body));
    }
    stream_ = std::move(response.stream);
    state_ = State::writing;
    deadline_ = loop_.now() + loop_.parts().options.writeTime;
    flush();
}

void ClientConnection::flush() {
    const auto progress = output_.send(socket_);
    if (progress.state == OutputQueue::State::closed) {
        close();
        return;
    }
    if (progress.hasMoved && state_ == State::writing) {
        deadline_ = loop_.now() + loop_.parts().options.writeTime;
    }
    if (progress.state == OutputQueue::State::paused) {
        loop_.resumeLater(id_);
    } else if (progress.state == OutputQueue::State::sent && state_ == State::writing) {
        finishAnswer();
    }
}

void ClientConnection::finishAnswer() {
    if (stream_) {
        startStream();
    } else if (keepsAlive_) {
        state_ = State::idle;
        deadline_ = loop_.now() + loop_.parts().options.idleTime;
    } else if (isBodyPending_ && !peerHasFinished_) {
        // Closing now would reset the connection and could destroy the answer before the client has read it (RFC 9112 §9.6).
        socket_.shutdownSend();
        state_ = State::lingering;
        deadline_ = loop_.now() + loop_.parts().options.lingerTime;
    } else {
        close();
    }
}

void ClientConnection::startStream() {
    const auto start = std::exchange(stream_, std::nullopt);
    if (!loop_.parts().hub.open(*start, loop_, id_)) {
        close();
        return;
    }
    state_ = State::streaming;
    deadline_ = loop_.now() + loop_.parts().options.heartbeat;
    onFrame(start->mustResync ? "retry: 3000\n\nevent: resync\ndata: {}\n\n" : "retry: 3000\n\n", false);
}

void ClientConnection::onFrame(const std::string& bytes, bool isLast) {
    if (state_ != State::streaming) {
        return;
    }
    if (output_.waitingText() + bytes.size() > loop_.parts().options.streamBuffer) {
        close();  // it comes back with Last-Event-ID and is told to read everything anew
        return;
    }
    output_.text() += bytes;
    flush();
    if (isLast && state_ == State::streaming) {
        close();
    }
}

bool ClientConnection::isSlowBody() const {
    const auto& options = loop_.parts().options;
    const auto spent = loop_.now() - bodySince_;
    if (state_ != State::body || spent <= options.bodyGrace) {
        return false;
    }
    const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(spent).count();
    return bodyCollector_->received() < seconds * options.minimumBodyRate;
}

void ClientConnection::onSweep() {
    const bool isLate = loop_.now() >= deadline_;
    switch (state_) {
        case State::idle:
            if (isLate || loop_.isDraining()) {
                close();
            } else {
                in_.shrink_to_fit();  // an idle connection holds no buffers
                output_.shrink();
            }
            return;
        case State::head:
            if (isLate) {
                refuse(408, "timeout");
            }
            return;
        case State::body:
            if (isSlowBody()) {
                refuse(408, "timeout");
            }
            return;
        case State::writing:
        case State::lingering:
            if (isLate) {
                close();
            }
            return;
        case State::streaming:
            if (loop_.isDraining()) {
                close();
            } else if (isLate) {
                deadline_ = loop_.now() + loop_.parts().options.heartbeat;
                onFrame(std::string{kHeartbeat}, false);
            }
            return;
        case State::answering:
        case State::closed:
            return;
    }
}

}  // namespace congvu::host
