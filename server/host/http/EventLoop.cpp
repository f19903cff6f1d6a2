// SPDX-License-Identifier: Apache-2.0
#include "http/EventLoop.h"

#include "http/ClientConnection.h"
#include "http/HttpDate.h"

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

namespace congvu::host {

namespace {

constexpr std::size_t kReadBuffer = 64 * 1024;
constexpr std::uint64_t kWakeToken = 0;
constexpr std::uint64_t kListenerToken = 1;
constexpr std::uint64_t kFirstConnection = 2;
constexpr std::chrono::milliseconds kSweepInterval{1000};
constexpr std::chrono::milliseconds kDrainSweepInterval{50};

[[noreturn]] void failBecause(const char* what) {
    throw std::system_error(errno, std::generic_category(), what);
}

}  // namespace

EventLoop::EventLoop(const LoopParts& parts)
    : parts_(parts),
      epoll_(::epoll_create1(EPOLL_CLOEXEC)),
      wake_(::eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      nextId_(kFirstConnection),
      readBuffer_(kReadBuffer),
      date_(httpDate(parts.clock.now())),
      now_(std::chrono::steady_clock::now()),
      nextSweep_(now_ + kSweepInterval) {
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = kWakeToken;
    if (epoll_ < 0 || wake_ < 0 || ::epoll_ctl(epoll_, EPOLL_CTL_ADD, wake_, &event) != 0) {
        failBecause("cannot make an event loop");
    }
}

EventLoop::~EventLoop() {
    connections_.clear();
    ::close(wake_);
    ::close(epoll_);
}

void EventLoop::watchListener(int descriptor, std::function<void()> onAcceptable) {
    listener_ = descriptor;
    onAcceptable_ = std::move(onAcceptable);
    epoll_event event{};
    event.events = EPOLLIN;
    event.data.u64 = kListenerToken;
    if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event) != 0) {
        failBecause("cannot watch the listening socket");
    }
}

void EventLoop::post(LoopMessage message) {
    bool wasEmpty = false;
    {
        const std::lock_guard lock(mutex_);
        wasEmpty = messages_.empty();
        messages_.push_back(std::move(message));
    }
    if (wasEmpty) {
        const std::uint64_t one = 1;
        [[maybe_unused]] const auto written = ::write(wake_, &one, sizeof one);  // only fails when it is awake already
    }
}

void EventLoop::run() {
    while (!isFinished()) {
        turn();
    }
    connections_.clear();
}

bool EventLoop::isFinished() const {
    return isDraining_ && (connections_.empty() || now_ >= drainUntil_);
}

template <class Act>
void EventLoop::withConnection(std::uint64_t id, Act act) {
    const auto found = connections_.find(id);
    if (found == connections_.end()) {
        return;
    }
    act(*found->second);
    if (found->second->isClosed()) {
        connections_.erase(found);
        connectionCount_.store(connections_.size(), std::memory_order_relaxed);
    }
}

void EventLoop::turn() {
    std::array<epoll_event, 256> events;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by epoll_wait
    const auto wait = std::chrono::duration_cast<std::chrono::milliseconds>(nextSweep_ - now_).count() + 1;
    const int count = ::epoll_wait(epoll_, events.data(), events.size(), resumed_.empty() ? static_cast<int>(wait) : 0);
    now_ = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) {
        const auto& event = events[static_cast<std::size_t>(i)];
        if (event.data.u64 == kWakeToken) {
            std::uint64_t ignored = 0;
            [[maybe_unused]] const auto bytes = ::read(wake_, &ignored, sizeof ignored);
        } else if (event.data.u64 == kListenerToken) {
            onAcceptable_();
        } else {
            withConnection(event.data.u64, [&](ClientConnection& connection) { connection.onEvents(event.events); });
        }
    }
    takeMessages();
    resume();
    if (now_ >= nextSweep_) {
        sweep();
    }
}

void EventLoop::takeMessages() {
    std::vector<LoopMessage> taken;
    {
        const std::lock_guard lock(mutex_);
        taken.swap(messages_);
    }
    for (auto& message : taken) {
        handle(message);
    }
}

void EventLoop::handle(LoopMessage& message) {
    if (auto* client = std::get_if<NewClient>(&message)) {
        add(*client);
    } else if (auto* answer = std::get_if<FinishedAnswer>(&message)) {
        withConnection(answer->connection, [&](ClientConnection& connection) { connection.onAnswer(std::move(answer->response)); });
    } else if (auto* frame = std::get_if<StreamFrame>(&message)) {
        for (const auto id : frame->connections) {
            withConnection(id, [&](ClientConnection& connection) { connection.onFrame(*frame->bytes, frame->isLast); });
        }
    } else {
        startDraining();
    }
}

void EventLoop::add(NewClient& client) {
    if (isDraining_) {
        return;
    }
    const auto id = nextId_++;
    const int descriptor = client.socket.descriptor();
    connections_.emplace(id, std::make_unique<ClientConnection>(*this, id, std::move(client.socket), std::move(client.address)));
    connectionCount_.store(connections_.size(), std::memory_order_relaxed);
    epoll_event event{};
    event.events = EPOLLIN | EPOLLOUT | EPOLLRDHUP | EPOLLET;
    event.data.u64 = id;
    if (::epoll_ctl(epoll_, EPOLL_CTL_ADD, descriptor, &event) != 0) {
        connections_.erase(id);
    }
}

void EventLoop::resume() {
    for (const auto id : std::exchange(resumed_, {})) {
        withConnection(id, [](ClientConnection& connection) { connection.onResume(); });
    }
}

void EventLoop::sweep() {
    nextSweep_ = now_ + (isDraining_ ? kDrainSweepInterval : kSweepInterval);
    date_ = httpDate(parts_.clock.now());
    std::erase_if(connections_, [](const auto& item) {
        item.second->onSweep();
        return item.second->isClosed();
    });
    connectionCount_.store(connections_.size(), std::memory_order_relaxed);
}

void EventLoop::startDraining() {
    if (std::exchange(isDraining_, true)) {
        return;
    }
    if (listener_ >= 0) {
        ::epoll_ctl(epoll_, EPOLL_CTL_DEL, listener_, nullptr);
    }
    drainUntil_ = now_ + parts_.options.drainTime;
    sweep();  // closes what is idle
}

}  // namespace congvu::host
