// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/ServerOptions.h"

#include "congvu/core/FileSystem.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <string>

namespace congvu::host {

/// Where everything lies. Empty folders are found beside the executable: ../plugins, ../ui/shell, ../share/congvu (or, installed,
/// ../lib/…/congvu/plugins and ../share/congvu/ui).
struct HostOptions {
    std::filesystem::path dataFolder = "data";
    std::string database;               ///< empty: congvu.db in the data folder; or "postgresql://…"
    std::filesystem::path shareFolder;  ///< templates/, core/, host/
    std::filesystem::path pluginFolder;
    std::filesystem::path shellFolder;
    std::chrono::seconds clockOffset{0};  ///< added to the time of the machine
    ServerOptions server;
    // The fault tests put what loses power beneath the database and the stored files; no option of the command line.
    std::string sqliteVfs;                         ///< DatabaseOptions::sqliteVfs
    std::shared_ptr<core::FileSystem> fileSystem;  ///< CoreNeeds::fileSystem
};

/// Fills the empty folders of the options from where the executable lies.
void findFolders(HostOptions& options);

}  // namespace congvu::host
