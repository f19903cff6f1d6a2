// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "http/IncomingRequest.h"
#include "http/OutgoingResponse.h"

#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace congvu::host {

/// What a plugin's ui.json says.
struct PluginUi {
    std::int64_t api = 0;
    std::string entry;             ///< "/plugins/incoming/ui/<build>/index.js"
    std::vector<std::string> css;  ///< likewise
};

/// The files of the web UI: the shell at "/", its hashed assets, and the UIs of plugins below /plugins/<id>/ui/<build>/. Only files that
/// were there when the site was made are ever served, so no path leads out of the folders. An unknown path that looks like a page gets
/// index.html, because pages are routed in the browser. Thread-safe after the last add.
class StaticSite {
public:
    /// Reads the shell. Without a shell every path is AppError notFound.
    explicit StaticSite(const std::filesystem::path& shellFolder);
    /// Reads the UI of a running plugin; nothing happens when it has none.
    void addPlugin(const std::string& id, const std::filesystem::path& uiFolder);

    /// Reads the pages of a running plugin that need no session, below /plugins/<id>/public/<build>/; nothing happens when there are none.
    void addPublicPages(const std::string& id, const std::filesystem::path& folder);

    /// Asked with each page: the programs on visitors' own computers that plugins' pages may connect to. What is no local origin is left
    /// out.
    void letPagesConnect(std::function<std::vector<std::string>()> origins) { localOrigins_ = std::move(origins); }

    /// The plugin to whose UI the files at this path belong, there or not; empty for the shell.
    [[nodiscard]] static std::string pluginOf(std::string_view path);
    /// The plugin to whose public pages the files at this path belong; empty for everything else.
    [[nodiscard]] static std::string publicPluginOf(std::string_view path);
    [[nodiscard]] OutgoingResponse answer(const IncomingRequest& request) const;
    [[nodiscard]] std::optional<PluginUi> pluginUi(std::string_view id) const;
    [[nodiscard]] std::optional<PluginUi> publicPages(std::string_view id) const;

private:
    struct Asset {
        std::filesystem::path file;
        std::string mediaType;
        std::string entityTag;  ///< without quotes
        std::string_view cacheControl;
        bool hasBrotli = false;
        bool hasGzip = false;
    };
    std::optional<PluginUi> addBuild(const std::filesystem::path& folder, const std::string& area);
    void addFolder(const std::filesystem::path& folder, const std::string& prefix);
    [[nodiscard]] const Asset* find(std::string_view path) const;
    [[nodiscard]] OutgoingResponse deliver(const Asset& asset, const IncomingRequest& request) const;
    [[nodiscard]] std::string contentSecurityPolicy(const Asset& asset) const;

    std::unordered_map<std::string, Asset> assets_;
    std::map<std::string, PluginUi, std::less<>> plugins_;
    std::map<std::string, PluginUi, std::less<>> publicPages_;
    std::function<std::vector<std::string>()> localOrigins_;
    std::string importMapHash_;  ///< with a leading space, as a source of script-src; empty without an import map
};

}  // namespace congvu::host
