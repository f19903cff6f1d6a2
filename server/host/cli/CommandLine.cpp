// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"

#include "app/Version.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>

namespace congvu::host {

namespace {

void addCommonOptions(CLI::App& program, HostOptions& options) {
    program.add_option("--data", options.dataFolder, "Folder with everything that must be kept")->capture_default_str();
    program.add_option("--database", options.database, "postgresql://… instead of the SQLite file in the data folder");
    program.add_option("--share", options.shareFolder, "Folder with templates, core and host");
    program.add_option("--plugins", options.pluginFolder, "Folder with the plugins");
    program.add_option("--ui", options.shellFolder, "Folder with the built web UI");
    program.add_option_function<long>(
        "--clock-offset", [&options](long seconds) { options.clockOffset = std::chrono::seconds{seconds}; },
        "Seconds added to the clock (tests)");
    program.set_config("--config", "", "Options from a TOML file");
}

}  // namespace

int runCommandLine(int argumentCount, const char* const* arguments, const HostOptions& options) {
    CLI::App program{"Congvu, electronic office", "congvu"};
    program.set_version_flag("--version", std::string{kVersion});
    program.require_subcommand(1);
    program.fallthrough();  // common options may stand behind the subcommand
    CommandContext context{options, {}};
    addCommonOptions(program, context.options);
    for (const auto add :
         {addServeCommand, addMigrateCommand, addOpenApiCommand, addPluginCommand, addAuditCommand, addCheckCommand, addUserCommand}) {
        add(program, context);
    }
    try {
        program.parse(argumentCount, arguments);
        return context.command();
    } catch (const CLI::ParseError& error) {
        return program.exit(error);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "congvu: %s\n", error.what());
        return 1;
    }
}

}  // namespace congvu::host
