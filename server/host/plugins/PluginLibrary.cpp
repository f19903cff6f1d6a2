// SPDX-License-Identifier: Apache-2.0
#include "plugins/PluginLibrary.h"

#include "plugins/ManifestReader.h"

#include <dlfcn.h>
#include <string>
#include <string_view>

namespace congvu::host {

namespace {

using EntryFunction = const PluginEntry* (*)();
constexpr const char* kEntrySymbol = "congvu_plugin_entry";

std::string place(const std::filesystem::path& library) {
    return (library.parent_path().filename() / library.filename()).string();
}

std::string loaderError() {
    const char* text = ::dlerror();
    return text == nullptr ? "unknown reason" : text;
}

const PluginEntry& entryOf(const std::filesystem::path& library) {
    if (!std::filesystem::is_regular_file(library)) {
        throw PluginRefused(place(library) + ": is missing");
    }
    void* handle = ::dlopen(library.c_str(), RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (handle == nullptr) {
        throw PluginRefused(place(library) + ": cannot be loaded: " + loaderError());
    }
    const auto function = reinterpret_cast<EntryFunction>(::dlsym(handle, kEntrySymbol));
    const auto* entry = function == nullptr ? nullptr : function();
    if (entry == nullptr) {
        throw PluginRefused(place(library) + ": exports no congvu_plugin_entry (CONGVU_PLUGIN is missing)");
    }
    return *entry;
}

}  // namespace

std::unique_ptr<Plugin> loadPlugin(const std::filesystem::path& library) {
    const auto& entry = entryOf(library);
    if (entry.sdkAbi != kSdkAbi) {
        throw PluginRefused(place(library) + ": was built for sdk " + std::to_string(entry.sdkAbi) + ", this server has sdk " +
                            std::to_string(kSdkAbi));
    }
    if (entry.buildId == nullptr || std::string_view{entry.buildId} != CONGVU_SDK_BUILD_ID) {
        throw PluginRefused(place(library) + ": was built with other sdk headers than this server; build it again");
    }
    std::unique_ptr<Plugin> plugin(entry.create());
    if (!plugin) {
        throw PluginRefused(place(library) + ": made no plugin");
    }
    return plugin;
}

}  // namespace congvu::host
