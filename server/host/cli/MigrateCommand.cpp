// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"
#include "cli/CommandRun.h"

#include <CLI/CLI.hpp>
#include <cstdio>

namespace congvu::host {

namespace {

/// Making the host runs every migration; what is refused shows in the exit code.
int migrate(const HostOptions& options) {
    const CommandRun run(options);
    int refused = 0;
    for (const auto& [id, status] : run.host.plugins().status()) {
        if (status.state == PluginState::refused) {
            std::fprintf(stderr, "%s\n", status.reason.c_str());
            ++refused;
        }
    }
    std::puts("the database is up to date");
    return refused == 0 ? 0 : 1;
}

}  // namespace

void addMigrateCommand(CLI::App& program, CommandContext& context) {
    auto* command = program.add_subcommand("migrate", "Brings the tables of host, core and plugins up to date");
    command->callback([&context] { context.command = [&context] { return migrate(context.options); }; });
}

}  // namespace congvu::host
