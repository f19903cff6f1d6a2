// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/DataFolder.h"
#include "app/HostOptions.h"
#include "db/Database.h"
#include "db/Migrator.h"
#include "events/EventBus.h"
#include "forms/TemplateForms.h"
#include "http/EventHub.h"
#include "http/FileDelivery.h"
#include "http/HttpServer.h"
#include "http/Pipeline.h"
#include "http/Router.h"
#include "http/StaticSite.h"
#include "jobs/Scheduler.h"
#include "mail/SmtpMail.h"
#include "messages/MessageCatalogue.h"
#include "pdf/PopplerInspector.h"
#include "plugins/PluginManager.h"
#include "plugins/PortTable.h"

#include "congvu/core/Core.h"

#include <memory>
#include <string>
#include <vector>

namespace congvu::host {

/// The whole server, put together in the order in which its parts need each other:
///
///   data folder → database → migrations of host and core → texts → core → routes of the host → plugins → pipeline → server
///
/// The constructor does everything up to the pipeline; serve() opens the door. A member may use those above it.
class Host {
public:
    /// Throws std::runtime_error with one sentence for the administrator: folder in use, database too new, core cannot start. A plugin
    /// that cannot start is only refused.
    Host(const HostOptions& options, Clock& clock, Log& log);
    ~Host();  ///< like stop()

    /// Starts events, jobs and the HTTP server.
    void serve();
    /// Takes no new requests, finishes what is in flight, stops jobs, events and plugins.
    void stop();

    [[nodiscard]] std::uint16_t port() const { return server_->port(); }
    [[nodiscard]] core::Core& core() { return *core_; }
    [[nodiscard]] const PluginManager& plugins() const { return *plugins_; }
    [[nodiscard]] const Pipeline& pipeline() const { return *pipeline_; }
    [[nodiscard]] std::string openApi() const;

private:
    void migrate();
    void startCore();
    void addRoutes();
    void startPlugins();
    void followPost(const Exchange& exchange, const OutgoingResponse& response);
    [[nodiscard]] std::vector<const Manifest*> manifests() const;
    /// What the settings say that running plugins name in ui.connects.
    [[nodiscard]] std::vector<std::string> localOrigins() const;

    HostOptions options_;
    Clock& clock_;
    Log& log_;
    DataFolder data_;
    std::unique_ptr<Database> database_;
    Migrator migrator_;
    Manifest hostManifest_;
    Manifest coreManifest_;
    MessageCatalogue catalogue_;
    Router router_;
    PortTable ports_;
    EventHub hub_;
    AddressLimiter limiter_;
    std::unique_ptr<EventBus> events_;
    std::unique_ptr<Scheduler> jobs_;
    Contributions coreContributions_;
    std::unique_ptr<PluginRoutes> coreRoutes_;
    std::unique_ptr<RecordedEvents> coreEvents_;
    std::unique_ptr<RecordedJobs> coreJobs_;
    std::unique_ptr<PluginPorts> corePorts_;
    std::unique_ptr<jobs::Jobs> hostJobs_;
    std::unique_ptr<core::Core> core_;
    std::unique_ptr<TemplateForms> forms_;
    std::unique_ptr<PopplerInspector> pdf_;
    std::unique_ptr<SmtpMail> mail_;
    std::unique_ptr<PluginManager> plugins_;
    std::unique_ptr<StaticSite> site_;
    std::shared_ptr<ports::Authenticator> authenticator_;
    std::unique_ptr<FileDelivery> fileDelivery_;
    std::unique_ptr<Pipeline> pipeline_;
    std::unique_ptr<HttpServer> server_;
    bool isServing_ = false;
};

}  // namespace congvu::host
