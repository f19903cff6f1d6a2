// SPDX-License-Identifier: Apache-2.0
#include "http/HttpServer.h"

#include "http/EventHub.h"
#include "http/WorkerPool.h"

#include <Poco/Exception.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Net/SocketAddress.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>
#include <algorithm>
#include <atomic>
#include <cerrno>
#include <stdexcept>
#include <thread>
#include <utility>
#include <vector>

namespace congvu::host {

namespace {

constexpr int kBacklog = 4096;
constexpr int kAcceptsInTurn = 256;

unsigned int loopCount(const ServerOptions& options) {
    return options.loops > 0 ? options.loops : std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace

struct HttpServer::State {
    State(ServerOptions serverOptions, const Pipeline& pipelineToUse, EventHub& eventHub, const Clock& serverClock, Log& serverLog)
        : options(std::move(serverOptions)), pipeline(pipelineToUse), hub(eventHub), clock(serverClock), log(serverLog) {}
    ~State() { ::close(spareDescriptor); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    ServerOptions options;
    TrustedProxies proxies{options.trustedProxies};
    const Pipeline& pipeline;
    EventHub& hub;
    const Clock& clock;
    Log& log;
    Poco::Net::ServerSocket listener;
    std::unique_ptr<WorkerPool> pool;
    std::vector<std::unique_ptr<EventLoop>> loops;
    std::vector<std::thread> threads;
    std::size_t nextLoop = 0;
    int spareDescriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);

    /// Out of descriptors: without this the listener would stay readable and the loop would spin.
    void turnOneAway() {
        ::close(spareDescriptor);
        const int descriptor = ::accept4(listener.impl()->sockfd(), nullptr, nullptr, SOCK_CLOEXEC);
        if (descriptor >= 0) {
            ::close(descriptor);
        }
        spareDescriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
        log.error("http.out-of-descriptors");
    }
    bool isRunning = false;
};

HttpServer::HttpServer(ServerOptions options, const Pipeline& pipeline, EventHub& hub, const Clock& clock, Log& log)
    : state_(std::make_unique<State>(std::move(options), pipeline, hub, clock, log)) {}

HttpServer::~HttpServer() {
    stop();
}

void HttpServer::start() {
    auto& state = *state_;
    const auto& options = state.options;
    try {
        state.listener.bind(Poco::Net::SocketAddress(options.bindAddress, options.port), true);
        state.listener.listen(kBacklog);
        state.listener.setBlocking(false);
    } catch (const Poco::Exception& error) {
        throw std::runtime_error("cannot listen on " + options.bindAddress + " port " + std::to_string(options.port) + ": " +
                                 error.displayText());
    }
    state.pool = std::make_unique<WorkerPool>(options.workers, options.workerQueue);
    const LoopParts parts{options, state.pipeline, *state.pool, state.hub, state.clock, state.log, state.proxies};
    for (unsigned int i = 0; i < loopCount(options); ++i) {
        state.loops.push_back(std::make_unique<EventLoop>(parts));
    }
    // One acceptor hands clients round: with SO_REUSEPORT the kernel spreads them by hash, and few clients land unevenly.
    state.loops.front()->watchListener(state.listener.impl()->sockfd(), [this] { acceptClients(); });
    for (auto& loop : state.loops) {
        state.threads.emplace_back([&loop = *loop] { loop.run(); });
    }
    state.isRunning = true;
}

void HttpServer::acceptClients() {
    auto& state = *state_;
    for (int i = 0; i < kAcceptsInTurn; ++i) {
        sockaddr_storage address{};
        socklen_t length = sizeof address;
        const int descriptor =
            ::accept4(state.listener.impl()->sockfd(), reinterpret_cast<sockaddr*>(&address), &length, SOCK_NONBLOCK | SOCK_CLOEXEC);
        if (descriptor < 0) {
            if (errno == EMFILE || errno == ENFILE) {
                state.turnOneAway();
            }
            return;
        }
        if (connections() >= state.options.maximumConnections) {
            ::close(descriptor);
            continue;
        }
        const Poco::Net::SocketAddress client(reinterpret_cast<sockaddr*>(&address), length);
        state.loops[state.nextLoop++ % state.loops.size()]->post(NewClient{ClientSocket(descriptor), client.host().toString()});
    }
}

void HttpServer::stop() {
    auto& state = *state_;
    if (!std::exchange(state.isRunning, false)) {
        return;
    }
    for (auto& loop : state.loops) {
        loop->post(StopLoop{});
    }
    for (auto& thread : state.threads) {
        thread.join();
    }
    state.listener.close();
    state.pool->stop();  // after the loops: workers may still have posted to them
    state.threads.clear();
    state.loops.clear();
}

std::uint16_t HttpServer::port() const {
    return state_->listener.address().port();
}

std::size_t HttpServer::connections() const {
    std::size_t sum = 0;
    for (const auto& loop : state_->loops) {
        sum += loop->connections();
    }
    return sum;
}

}  // namespace congvu::host
