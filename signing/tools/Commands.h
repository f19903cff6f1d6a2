// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <CLI/CLI.hpp>
#include <functional>

namespace congvu::signing::tool {

using Action = std::function<int()>;

/// The whole command line of congvu-sign.
void addCommands(CLI::App& app, Action& action);

/// Each adds its subcommand and sets `action` when the subcommand is chosen; the action gives the exit status.
void addSignCommand(CLI::App& app, Action& action);
void addVerifyCommand(CLI::App& app, Action& action);
void addInspectCommand(CLI::App& app, Action& action);
void addExtendCommand(CLI::App& app, Action& action);
void addStampCommand(CLI::App& app, Action& action);
void addAgentCommand(CLI::App& app, Action& action);

}  // namespace congvu::signing::tool
