// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/HostOptions.h"

#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace congvu::host {

/// What a subcommand is given: the options of the whole program, filled when it runs.
struct CommandContext {
    HostOptions options;
    /// What to do after parsing; the exit code is its result.
    std::function<int()> command;
};

/// Parses and runs `congvu <subcommand> …` on top of the given options. Expected failures are one sentence on the standard error and exit
/// code 1.
int runCommandLine(int argumentCount, const char* const* arguments, const HostOptions& options = {});

// One file per subcommand.
void addServeCommand(CLI::App& program, CommandContext& context);
void addMigrateCommand(CLI::App& program, CommandContext& context);
void addOpenApiCommand(CLI::App& program, CommandContext& context);
void addPluginCommand(CLI::App& program, CommandContext& context);
void addAuditCommand(CLI::App& program, CommandContext& context);
void addCheckCommand(CLI::App& program, CommandContext& context);
void addUserCommand(CLI::App& program, CommandContext& context);

}  // namespace congvu::host
