// SPDX-License-Identifier: Apache-2.0
#include "app/HostOptions.h"

#include <initializer_list>

namespace congvu::host {

namespace {

/// The first candidate that exists, else the first.
std::filesystem::path firstExisting(std::initializer_list<std::filesystem::path> candidates) {
    for (const auto& candidate : candidates) {
        if (std::filesystem::exists(candidate)) {
            return std::filesystem::canonical(candidate);
        }
    }
    return *candidates.begin();
}

}  // namespace

void findFolders(HostOptions& options) {
    const auto prefix = std::filesystem::read_symlink("/proc/self/exe").parent_path().parent_path();
    if (options.shareFolder.empty()) {
        options.shareFolder = firstExisting({prefix / "share/congvu"});
    }
    if (options.pluginFolder.empty()) {
        options.pluginFolder =
            firstExisting({prefix / "plugins", prefix / "lib/congvu/plugins", prefix / "lib/x86_64-linux-gnu/congvu/plugins",
                           prefix / "lib/aarch64-linux-gnu/congvu/plugins"});
    }
    if (options.shellFolder.empty()) {
        options.shellFolder = firstExisting({prefix / "ui/shell", prefix / "share/congvu/ui"});
    }
}

}  // namespace congvu::host
