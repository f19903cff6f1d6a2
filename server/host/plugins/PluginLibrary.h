// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/plugin/Plugin.h"

#include <filesystem>
#include <memory>

namespace congvu::host {

/// Loads the library of a plugin and makes its plugin object. Every symbol is bound at once and kept private to the library; the sdk ABI
/// and the build id of the sdk headers are compared before the plugin object is made. Throws PluginRefused with one sentence. A library is
/// never unmapped while the process lives: code of it may be anywhere, in a thread, in a destructor, in an exception.
std::unique_ptr<Plugin> loadPlugin(const std::filesystem::path& library);

}  // namespace congvu::host
