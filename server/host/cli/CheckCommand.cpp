// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"
#include "cli/CommandRun.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace congvu::host {

namespace {

int check(const HostOptions& options) {
    const CommandRun run(options);
    int refused = 0;
    for (const auto& [id, status] : run.host.plugins().status()) {
        const bool isFine = status.state == PluginState::running;
        std::printf("%-16s %s%s%s\n", id.c_str(), isFine ? "starts" : "refused", isFine ? "" : ": ", status.reason.c_str());
        refused += isFine ? 0 : 1;
    }
    std::printf("%d plugin(s) refused\n", refused);
    return refused == 0 ? 0 : 1;
}

}  // namespace

void addCheckCommand(CLI::App& program, CommandContext& context) {
    auto* command = program.add_subcommand("check", "Starts everything but the server and says what does not start, and why");
    command->callback([&context] { context.command = [&context] { return check(context.options); }; });
}

}  // namespace congvu::host
