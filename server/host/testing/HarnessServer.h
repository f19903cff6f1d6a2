// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/Database.h"
#include "db/Migrator.h"
#include "events/EventBus.h"
#include "forms/TemplateForms.h"
#include "http/FileDelivery.h"
#include "http/Pipeline.h"
#include "http/Router.h"
#include "jobs/Scheduler.h"
#include "mail/SmtpMail.h"
#include "messages/MessageCatalogue.h"
#include "pdf/PopplerInspector.h"
#include "plugins/HostPluginContext.h"
#include "plugins/Manifest.h"
#include "plugins/PluginRoutes.h"
#include "plugins/PortTable.h"
#include "testing/ErrorLog.h"
#include "testing/SilentSink.h"
#include "testing/TestAuthenticator.h"
#include "testing/VirtualClock.h"

#include "congvu/core/Core.h"
#include "congvu/plugin/Plugin.h"

#include <filesystem>
#include <memory>

namespace congvu::testing {

/// Everything of a running server but sockets and threads: database, core, router, pipeline, outbox, scheduler and one plugin. Events and
/// jobs run only when they are asked to.
class HarnessServer {
public:
    /// Opens or makes `folder`/congvu.db, runs the migrations of host, core and plugin and starts core.
    HarnessServer(const std::filesystem::path& folder, const std::filesystem::path& pluginFolder);
    ~HarnessServer();
    HarnessServer(const HarnessServer&) = delete;
    HarnessServer& operator=(const HarnessServer&) = delete;

    /// Starts the plugin as the server does, with the comparison of what it registers with its manifest. Throws what it throws.
    void startPlugin(std::unique_ptr<Plugin> plugin);

    [[nodiscard]] const host::Manifest& manifest() const { return manifest_; }
    [[nodiscard]] VirtualClock& clock() { return clock_; }
    [[nodiscard]] host::Database& database() { return *database_; }
    [[nodiscard]] core::Core& core() { return *core_; }
    [[nodiscard]] host::EventBus& events() { return *events_; }
    [[nodiscard]] host::Scheduler& jobs() { return *jobs_; }
    [[nodiscard]] host::Pipeline& pipeline() { return *pipeline_; }
    [[nodiscard]] TestAuthenticator& authenticator() { return authenticator_; }
    [[nodiscard]] PluginContext& context() { return *context_; }

private:
    void migrate(const std::filesystem::path& pluginFolder);
    void startCore();
    void makePipeline();

    std::filesystem::path folder_;
    VirtualClock clock_;
    ErrorLog log_;
    SilentSink live_;
    TestAuthenticator authenticator_;
    host::Manifest coreManifest_;
    host::Manifest manifest_;
    host::MessageCatalogue catalogue_;
    host::Router router_;
    host::AddressLimiter limiter_{clock_};
    host::PortTable ports_;
    host::Contributions coreContributions_;
    std::unique_ptr<host::Database> database_;
    std::unique_ptr<host::EventBus> events_;
    std::unique_ptr<host::Scheduler> jobs_;
    std::unique_ptr<host::PluginRoutes> coreRoutes_;
    std::unique_ptr<events::Events> coreEvents_;
    std::unique_ptr<jobs::Jobs> coreJobs_;
    std::unique_ptr<host::PluginPorts> corePorts_;
    std::unique_ptr<core::Core> core_;
    std::unique_ptr<host::TemplateForms> forms_;
    std::unique_ptr<host::PopplerInspector> pdf_;
    std::unique_ptr<host::SmtpMail> mail_;
    std::unique_ptr<host::FileDelivery> delivery_;
    std::unique_ptr<host::Pipeline> pipeline_;
    std::unique_ptr<host::HostPluginContext> context_;
    std::unique_ptr<Plugin> plugin_;
};

}  // namespace congvu::testing
