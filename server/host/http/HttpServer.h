// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/EventLoop.h"
#include "http/Pipeline.h"
#include "http/ServerOptions.h"

#include "congvu/log/Log.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <memory>

namespace congvu::host {

class EventHub;

/// The HTTP/1.1 server: one listening Poco socket, one event loop per core, one bounded pool of workers for handlers that may block.
/// No thread ever waits for a client.
class HttpServer {
public:
    HttpServer(ServerOptions options, const Pipeline& pipeline, EventHub& hub, const Clock& clock, Log& log);
    ~HttpServer();  ///< like stop()

    /// Binds and serves. Throws std::runtime_error with one sentence when the address is taken.
    void start();
    /// Takes no new clients, finishes what is in flight (at most ServerOptions::drainTime), then ends all threads.
    void stop();
    /// The port in use; after start().
    [[nodiscard]] std::uint16_t port() const;
    [[nodiscard]] std::size_t connections() const;

private:
    void acceptClients();

    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace congvu::host
