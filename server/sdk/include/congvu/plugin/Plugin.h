// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/plugin/BuildId.h"

#include <cstdint>

namespace congvu {

class PluginContext;

/// Raised with every change of a type or virtual function in the sdk headers; the host refuses a library built for another number.
inline constexpr std::uint32_t kSdkAbi = 1;

/// A plugin: two functions. Build objects, add routes, subscribe in start(); everything registered there is undone by the host.
class Plugin {
public:
    Plugin() = default;
    Plugin(const Plugin&) = delete;
    Plugin& operator=(const Plugin&) = delete;
    virtual ~Plugin() = default;

    /// Called once, when all plugins in `requires` have started. Throwing refuses this plugin with the message; the others go on.
    virtual void start(PluginContext& context) = 0;
    /// Called when its routes, events and jobs are closed already.
    virtual void stop() noexcept {}
};

/// What the one exported function returns, checked before any code of the plugin runs.
struct PluginEntry {
    std::uint32_t sdkAbi;
    const char* buildId;  ///< of the sdk headers it was built with
    Plugin* (*create)();
};

}  // namespace congvu

/// Exports `extern "C" const congvu::PluginEntry* congvu_plugin_entry()`. Once per library, in <Name>Plugin.cpp.
#define CONGVU_PLUGIN(Class)                                                                                                           \
    extern "C" __attribute__((visibility("default"))) const congvu::PluginEntry* congvu_plugin_entry() {                               \
        static const congvu::PluginEntry entry{congvu::kSdkAbi, CONGVU_SDK_BUILD_ID, []() -> congvu::Plugin* { return new Class(); }}; \
        return &entry;                                                                                                                 \
    }
