// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"
#include "cli/CommandRun.h"
#include "cli/PrettyJson.h"

#include "congvu/ids/Id.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>
#include <memory>
#include <string>

namespace congvu::host {

namespace {

/// A folder that is removed in the end: the routes need a database, but not the real one.
class ScratchFolder {
public:
    ScratchFolder() : path_(std::filesystem::temp_directory_path() / ("congvu-openapi-" + newId())) {}
    ~ScratchFolder() {
        std::error_code ignored;  // it lies in the system's temporary folder
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

int writeDocument(HostOptions options, const std::string& output) {
    const ScratchFolder scratch;
    options.dataFolder = scratch.path();
    options.database.clear();
    const CommandRun run(options);
    const auto text = prettyJson(run.host.openApi());
    if (output.empty()) {
        std::puts(text.c_str());
        return 0;
    }
    std::ofstream file(output);
    file << text << '\n';
    return file.good() ? 0 : 1;
}

}  // namespace

void addOpenApiCommand(CLI::App& program, CommandContext& context) {
    auto* command = program.add_subcommand("openapi", "Writes the OpenAPI document of all routes");
    const auto output = std::make_shared<std::string>();
    command->add_option("--output", *output, "File instead of the standard output");
    command->callback([&context, output] { context.command = [&context, output] { return writeDocument(context.options, *output); }; });
}

}  // namespace congvu::host
