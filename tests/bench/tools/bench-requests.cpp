// SPDX-License-Identifier: Apache-2.0
// Loads a server of this machine and prints what its requests took, as one line of JSON. See --help.
#include "RequestLoad.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

namespace {

void print(const congvu::bench::LoadResult& result) {
    const auto answered = result.milliseconds.size();
    std::printf("{\"answered\":%zu,\"failed\":%zu,\"perSecond\":%.1f,\"p50Ms\":%.3f,\"p99Ms\":%.3f,\"maxMs\":%.3f}\n", answered,
                result.failed, static_cast<double>(answered) / result.seconds, result.percentile(0.5), result.percentile(0.99),
                result.percentile(1));
}

}  // namespace

int main(int argc, char** argv) {
    congvu::bench::LoadOptions options;
    double seconds = 5;
    bool keepsConnections = false;
    CLI::App program("Loads a server on the loopback network and prints the times of its answers");
    program.add_option("--port", options.port)->required();
    program.add_option("--address", options.address)->capture_default_str();
    program.add_option("--path", options.path)->capture_default_str();
    program.add_option("--cookie", options.cookie, "Value of the Cookie header");
    program.add_option("--clients", options.clients, "At once, each with one request at a time")->capture_default_str();
    program.add_option("--seconds", seconds, "How long")->capture_default_str()->check(CLI::Range(0.1, 600.0));
    program.add_flag("--keep", keepsConnections, "One connection a client, instead of a new one for every request");
    CLI11_PARSE(program, argc, argv);
    options.duration = std::chrono::milliseconds(static_cast<std::int64_t>(seconds * 1000));
    options.use = keepsConnections ? congvu::bench::ConnectionUse::kept : congvu::bench::ConnectionUse::fresh;
    try {
        print(congvu::bench::runLoad(options));
    } catch (const std::exception& error) {
        std::fprintf(stderr, "bench-requests: %s\n", error.what());
        return 1;
    }
    return 0;
}
