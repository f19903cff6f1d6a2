// SPDX-License-Identifier: Apache-2.0
#include "app/Host.h"

#include "http/routes/EventStreamRoute.h"
#include "http/routes/HealthRoutes.h"
#include "http/routes/MailRoute.h"
#include "http/routes/OpenApi.h"
#include "http/routes/OperationsRoutes.h"
#include "http/routes/PluginsRoute.h"
#include "http/routes/PublicPagesRoute.h"
#include "http/routes/UiManifestRoute.h"
#include "plugins/ContributionCheck.h"
#include "plugins/ManifestReader.h"

#include <stdexcept>
#include <utility>

namespace congvu::host {

namespace {

constexpr std::string_view kSwitchPost = "/api/v1/session/post";
constexpr std::chrono::minutes kCleanUpAt{2 * 60 + 30};

HostOptions completed(HostOptions options) {
    findFolders(options);
    return options;
}

DatabaseOptions databaseOptions(const HostOptions& options, const DataFolder& data) {
    DatabaseOptions database;
    database.location = options.database.empty() ? (data.path() / "congvu.db").string() : options.database;
    database.sqliteVfs = options.sqliteVfs;
    return database;
}

DeclaredEvents declaredEvents(const Manifest& manifest) {
    return {{manifest.publishedEvents.begin(), manifest.publishedEvents.end()},
            {manifest.subscribedEvents.begin(), manifest.subscribedEvents.end()}};
}

std::set<std::string, std::less<>> declaredJobs(const Manifest& manifest) {
    std::set<std::string, std::less<>> ids;
    for (const auto& job : manifest.jobs) {
        ids.insert(job.id);
    }
    return ids;
}

}  // namespace

Host::Host(const HostOptions& options, Clock& clock, Log& log)
    : options_(completed(options)),
      clock_(clock),
      log_(log),
      data_(options_.dataFolder, FolderUse::alone),
      database_(Database::open(databaseOptions(options_, data_), log)),
      migrator_(*database_, clock),
      hostManifest_(readManifest(options_.shareFolder / "host" / "plugin.json", "host")),
      coreManifest_(readManifest(options_.shareFolder / "core" / "plugin.json", "core")),
      hub_(options_.server.maximumStreams, options_.server.maximumStreamsOfSession),
      limiter_(clock) {
    options_.server.uploadFolder = data_.uploads();
    migrate();
    events_ = std::make_unique<EventBus>(*database_, clock_, log_);
    jobs_ = std::make_unique<Scheduler>(*database_, clock_, log_, Scheduler::Limits{});
    startCore();
    forms_ = std::make_unique<TemplateForms>(options_.shareFolder / "templates", clock_, log_);
    pdf_ = std::make_unique<PopplerInspector>(log_);
    mail_ = std::make_unique<SmtpMail>(core_->settings(), clock_, log_);
    site_ = std::make_unique<StaticSite>(options_.shellFolder);
    site_->letPagesConnect([this] { return localOrigins(); });
    startPlugins();
    fileDelivery_ = std::make_unique<FileDelivery>(*database_, core_->files(), core_->audit(), clock_);
    pipeline_ = std::make_unique<Pipeline>(
        PipelineParts{router_, *authenticator_, core_->directory(), catalogue_, *fileDelivery_, log_, data_.uploads(),
                      [this](const IncomingRequest& request) { return site_->answer(request); },
                      [this](const Exchange& exchange, const OutgoingResponse& response) { followPost(exchange, response); }, &limiter_});
}

Host::~Host() {
    stop();
    plugins_.reset();  // before core, which their objects use
}

void Host::migrate() {
    migrator_.apply("host", options_.shareFolder / "host" / "migrations");
    migrator_.apply("core", options_.shareFolder / "core" / "migrations");
    catalogue_.load(options_.shareFolder / "host" / "locale", {});
    catalogue_.load(options_.shareFolder / "core" / "locale", {});
    catalogue_.addPlugin(coreManifest_.facts());
}

void Host::startCore() {
    coreRoutes_ = std::make_unique<PluginRoutes>(router_, coreManifest_, "/api/v1", coreContributions_);
    coreEvents_ = std::make_unique<RecordedEvents>(events_->forPlugin("core", declaredEvents(coreManifest_)), coreContributions_);
    coreJobs_ = std::make_unique<RecordedJobs>(jobs_->forPlugin("core", declaredJobs(coreManifest_)), coreContributions_);
    corePorts_ = std::make_unique<PluginPorts>(ports_, "core");
    core_ =
        std::make_unique<core::Core>(core::CoreNeeds{*database_, clock_, log_, catalogue_, hub_, data_.path(), options_.fileSystem.get()});
    core_->start(*coreRoutes_, *coreEvents_, *coreJobs_, *corePorts_);
    coreContributions_.providedPorts = corePorts_->provided();
    checkContributions(coreManifest_, coreContributions_);
    authenticator_ = corePorts_->find<ports::Authenticator>();
    if (!authenticator_) {
        throw std::runtime_error("core provides no authenticator");
    }
}

void Host::startPlugins() {
    const PluginServices services{*database_, router_, ports_, *core_, *forms_, *pdf_, *mail_, clock_, log_, data_.path()};
    plugins_ = std::make_unique<PluginManager>(PluginMachinery{services, *events_, *jobs_, migrator_, catalogue_});
    addRoutes();
    plugins_->startAll(options_.pluginFolder);
    core_->pluginsStarted();
    for (const auto& [id, status] : plugins_->status()) {
        if (status.state == PluginState::running) {
            site_->addPlugin(id, status.manifest.folder / "ui");
            if (status.manifest.publicPages) {
                site_->addPublicPages(id, status.manifest.folder / "public");
            }
        }
    }
}

std::vector<std::string> Host::localOrigins() const {
    std::vector<std::string> origins;
    for (const auto& [id, status] : plugins_->status()) {
        if (status.state != PluginState::running) {
            continue;
        }
        for (const auto& key : status.manifest.connectSettings) {
            origins.push_back(core_->settings().text(key));
        }
    }
    return origins;
}

void Host::addRoutes() {
    addHealthRoutes(router_, *database_);
    addEventStreamRoute(router_);
    addOpenApiRoute(router_, [this] { return openApi(); });
    addUiManifestRoute(router_, *core_, *plugins_, *site_);
    addPublicPagesRoute(router_, *core_, *plugins_, *site_);
    addPluginsRoute(router_, *plugins_);
    addOperationsRoutes(router_, {*events_, *jobs_, core_->audit(), *database_, [this] { return manifests(); }});
    addMailRoute(router_, *mail_, *core_, *database_);
    hostJobs_ = jobs_->forPlugin("host", declaredJobs(hostManifest_));
    hostJobs_->add("event-clean-up", jobs::Schedule::dailyAt(kCleanUpAt), [this] { events_->cleanUp(); });
}

std::vector<const Manifest*> Host::manifests() const {
    std::vector<const Manifest*> all{&hostManifest_, &coreManifest_};
    for (const auto& [id, status] : plugins_->status()) {
        if (status.state == PluginState::running) {
            all.push_back(&status.manifest);
        }
    }
    return all;
}

std::string Host::openApi() const {
    return openApiDocument(router_, manifests());
}

/// An event stream belongs to one post.
void Host::followPost(const Exchange& exchange, const OutgoingResponse& response) {
    if (response.status == 200 && exchange.match.entry->pattern == kSwitchPost) {
        hub_.closeSession(exchange.caller.sessionId);
    }
}

void Host::serve() {
    events_->start();
    jobs_->start();
    server_ = std::make_unique<HttpServer>(options_.server, *pipeline_, hub_, clock_, log_);
    isServing_ = true;
    server_->start();
    log_.info("server.started", {{"address", options_.server.bindAddress}, {"port", std::to_string(server_->port())}});
}

void Host::stop() {
    if (!std::exchange(isServing_, false)) {
        return;
    }
    server_->stop();
    jobs_->stop();
    events_->stop();
    plugins_->stopAll();
    log_.info("server.stopped");
}

}  // namespace congvu::host
