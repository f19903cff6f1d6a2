// SPDX-License-Identifier: Apache-2.0
#include "app/CoreDumps.h"
#include "cli/CommandLine.h"
#include "cli/CommandRun.h"
#include "http/TrustedProxies.h"

#include <malloc.h>
#include <pthread.h>
#include <sys/resource.h>
#include <CLI/CLI.hpp>
#include <algorithm>
#include <csignal>
#include <cstdio>

namespace congvu::host {

namespace {

constexpr rlim_t kWantedDescriptors = 65'536;

/// Thousands of clients need as many descriptors.
void raiseDescriptorLimit() {
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = std::min(limit.rlim_max, std::max(limit.rlim_cur, kWantedDescriptors));
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

/// Signals are taken by the main thread with sigwait and by no other.
sigset_t blockStopSignals() {
    sigset_t signals{};
    ::sigemptyset(&signals);
    ::sigaddset(&signals, SIGINT);
    ::sigaddset(&signals, SIGTERM);
    ::pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    return signals;
}

int serve(const HostOptions& options) {
    const auto signals = blockStopSignals();
    keepMemoryOutOfCoreDumps();
    raiseDescriptorLimit();
    ::mallopt(M_ARENA_MAX, 4);  // many workers, few cores: more arenas only scatter memory
    CommandRun run(options);
    run.host.serve();
    std::printf("congvu serves on http://%s:%u\n", options.server.bindAddress.c_str(), static_cast<unsigned>(run.host.port()));
    std::fflush(stdout);
    int received = 0;
    ::sigwait(&signals, &received);
    run.host.stop();
    return 0;
}

}  // namespace

void addServeCommand(CLI::App& program, CommandContext& context) {
    auto* command = program.add_subcommand("serve", "Runs the server until it is interrupted");
    auto& server = context.options.server;
    command->add_option("--port", server.port, "TCP port")->capture_default_str();
    command->add_option("--bind", server.bindAddress, "Address to listen on")->capture_default_str();
    command->add_option("--trusted-proxy", server.trustedProxies, "Reverse proxy (address or network) whose X-Forwarded-For is believed")
        ->check([](const std::string& text) {
            return TrustedProxies::isNetwork(text) ? std::string{} : text + " is neither an address nor a network";
        });
    command->add_option("--loops", server.loops, "Event loops, 0 for one per core")->capture_default_str();
    command->add_option("--workers", server.workers, "Threads for handlers that may block")
        ->capture_default_str()
        ->check(CLI::Range(1, 1000));
    command->add_option("--max-connections", server.maximumConnections, "Clients at once")->capture_default_str();
    command->add_option("--max-streams-of-session", server.maximumStreamsOfSession, "Event streams of one session")->capture_default_str();
    command->callback([&context] { context.command = [&context] { return serve(context.options); }; });
}

}  // namespace congvu::host
