// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/Migrator.h"
#include "events/EventBus.h"
#include "messages/MessageCatalogue.h"
#include "plugins/HostPluginContext.h"
#include "plugins/Manifest.h"

#include "congvu/plugin/Plugin.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace congvu::host {

class Scheduler;

enum class PluginState { running, refused, stopped };

/// One installed plugin as GET /plugins shows it.
struct PluginStatus {
    std::string id;
    PluginState state = PluginState::stopped;
    std::string reason;  ///< one sentence when refused
    Manifest manifest;   ///< only the id when the manifest itself is bad
};

/// What starting plugins needs besides their services.
struct PluginMachinery {
    PluginServices services;
    EventBus& events;
    Scheduler& jobs;
    Migrator& migrator;
    MessageCatalogue& catalogue;
};

/// Finds the plugins of a folder and starts them one after the other: manifest, dependencies, tables, texts, migrations, library, start(),
/// comparison with the manifest. Whatever goes wrong refuses that plugin with one sentence and takes its registrations back; the rest goes
/// on, and so does the server.
class PluginManager {
public:
    explicit PluginManager(const PluginMachinery& machinery);
    ~PluginManager();  ///< like stopAll()

    /// Every sub-folder with a plugin.json is a plugin. A folder that does not exist holds no plugins.
    void startAll(const std::filesystem::path& folder);
    /// In reverse order, when no request, event or job can reach them any more.
    void stopAll() noexcept;
    /// Ordered by id. Valid until stopAll().
    [[nodiscard]] const std::map<std::string, PluginStatus>& status() const { return status_; }

private:
    struct Running {
        std::unique_ptr<HostPluginContext> context;
        std::unique_ptr<Plugin> plugin;
        std::string id;
    };
    std::map<std::string, Manifest> readManifests(const std::filesystem::path& folder);
    void startOne(const std::string& id);
    void prepare(const Manifest& manifest);
    [[nodiscard]] bool requirementsRun(const Manifest& manifest) const;
    void refuse(const std::string& id, const std::string& reason);
    void removeRegistrations(const std::string& id);

    PluginMachinery machinery_;
    std::map<std::string, PluginStatus> status_;
    std::vector<Running> running_;
};

/// "running", "refused", "stopped".
std::string_view nameOf(PluginState state);

}  // namespace congvu::host
