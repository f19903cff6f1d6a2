// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"
#include "cli/CommandRun.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

namespace congvu::host {

namespace {

int createFirstAdministrator(const HostOptions& options, const std::string& username) {
    CommandRun run(options);
    const auto password = run.host.core().createFirstAdministrator(username);
    if (password.empty()) {
        std::fprintf(stderr, "congvu: there are people already; an administrator makes further accounts\n");
        return 1;
    }
    std::fprintf(stderr, "user name %s, temporary password (shown only once):\n", username.c_str());
    std::puts(password.c_str());  // alone on the standard output, for scripts
    return 0;
}

}  // namespace

void addUserCommand(CLI::App& program, CommandContext& context) {
    auto* user = program.add_subcommand("user", "Accounts")->require_subcommand(1);
    auto* command = user->add_subcommand("first-administrator",
                                         "Makes the first administrator of an empty database and shows a temporary password once");
    const auto username = std::make_shared<std::string>("admin");
    command->add_option("--username", *username, "Name to sign in with")->capture_default_str();
    command->callback(
        [&context, username] { context.command = [&context, username] { return createFirstAdministrator(context.options, *username); }; });
}

}  // namespace congvu::host
