// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plugins/Manifest.h"

#include <filesystem>
#include <stdexcept>
#include <string>

namespace congvu::host {

/// Why a plugin is refused: one sentence that names the file to mend.
class PluginRefused : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// Reads and checks `folder`/plugin.json. The id must be the folder's name, every permission, event, setting and table must carry the id
/// as its prefix, unknown members are refused. Throws PluginRefused naming file and member, for example
/// "incoming/plugin.json: permissions/0/id must start with "incoming."".
Manifest readManifest(const std::filesystem::path& folder);
/// The same for a manifest file whose folder is not named like the plugin (core.json, a test).
Manifest readManifest(const std::filesystem::path& file, const std::string& expectedId);

}  // namespace congvu::host
