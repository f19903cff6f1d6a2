// SPDX-License-Identifier: Apache-2.0
#include "cli/CommandLine.h"
#include "plugins/DependencyOrder.h"
#include "plugins/ManifestReader.h"

#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>

namespace congvu::host {

namespace {

/// Reads manifests only: no code of a plugin runs and no data folder is touched.
int listPlugins(HostOptions options) {
    findFolders(options);
    std::map<std::string, Manifest> manifests;
    int faults = 0;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(options.pluginFolder, missing)) {
        try {
            if (std::filesystem::exists(entry.path() / "plugin.json")) {
                manifests.emplace(entry.path().filename().string(), readManifest(entry.path()));
            }
        } catch (const PluginRefused& error) {
            std::printf("%-16s refused: %s\n", entry.path().filename().c_str(), error.what());
            ++faults;
        }
    }
    const auto order = dependencyOrder(manifests);
    for (const auto& [id, reason] : order.refused) {
        std::printf("%-16s refused: %s\n", id.c_str(), reason.c_str());
        ++faults;
    }
    for (const auto& id : order.order) {
        const auto& manifest = manifests.at(id);
        std::printf("%-16s %-10s %s / %s\n", id.c_str(), manifest.version.c_str(), manifest.name.vi.c_str(), manifest.name.en.c_str());
    }
    return faults == 0 ? 0 : 1;
}

}  // namespace

void addPluginCommand(CLI::App& program, CommandContext& context) {
    auto* plugin = program.add_subcommand("plugin", "Plugins")->require_subcommand(1);
    auto* list = plugin->add_subcommand("list", "Lists the installed plugins in the order in which they start");
    list->callback([&context] { context.command = [&context] { return listPlugins(context.options); }; });
}

}  // namespace congvu::host
