// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plugins/Manifest.h"

#include <filesystem>
#include <stdexcept>

namespace congvu::host {

/// Why a plugin is refused: one sentence that names the file to mend.
class PluginRefused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Reads and checks `folder`/plugin.json. The id must be the folder's name ("core" for core itself), every permission, event, setting and
/// table must carry the id as its prefix. Throws PluginRefused naming file and member, for example
/// "plugins/incoming/plugin.json: permissions/0/id must start with \"incoming.\"".
Manifest readManifest(const std::filesystem::path& folder);
/// The same for a folder whose name is not the id (a test's source folder, core).
Manifest readManifest(const std::filesystem::path& folder, const std::string& expectedId);

}  // namespace congvu::host
