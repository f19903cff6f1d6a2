// SPDX-License-Identifier: Apache-2.0
#include "testing/HarnessServer.h"

#include "plugins/ContributionCheck.h"
#include "plugins/ManifestReader.h"

#include <set>

namespace congvu::testing {

namespace {

const std::filesystem::path kShare{CONGVU_SHARE_FOLDER};

host::DeclaredEvents declaredEvents(const host::Manifest& manifest) {
    return {{manifest.publishedEvents.begin(), manifest.publishedEvents.end()},
            {manifest.subscribedEvents.begin(), manifest.subscribedEvents.end()}};
}

std::set<std::string, std::less<>> declaredJobs(const host::Manifest& manifest) {
    std::set<std::string, std::less<>> ids;
    for (const auto& job : manifest.jobs) {
        ids.insert(job.id);
    }
    return ids;
}

host::DatabaseOptions optionsFor(const std::filesystem::path& folder) {
    host::DatabaseOptions options;
    options.location = (folder / "congvu.db").string();
    return options;
}

}  // namespace

HarnessServer::HarnessServer(const std::filesystem::path& folder, const std::filesystem::path& pluginFolder)
    : folder_(folder),
      coreManifest_(host::readManifest(kShare / "core")),
      manifest_(host::readManifest(pluginFolder)),
      database_(host::Database::open(optionsFor(folder), log_)) {
    migrate(pluginFolder);
    events_ = std::make_unique<host::EventBus>(*database_, clock_, log_);
    jobs_ = std::make_unique<host::Scheduler>(*database_, clock_, log_, host::Scheduler::Limits{});
    forms_ = std::make_unique<host::TemplateForms>(kShare / "templates", clock_, log_);
    pdf_ = std::make_unique<host::PopplerInspector>(log_);
    startCore();
    mail_ = std::make_unique<host::SmtpMail>(core_->settings(), clock_, log_);
    makePipeline();
}

HarnessServer::~HarnessServer() {
    if (plugin_ != nullptr) {
        plugin_->stop();
    }
}

void HarnessServer::migrate(const std::filesystem::path& pluginFolder) {
    host::checkTables(manifest_);
    host::Migrator migrator{*database_, clock_};
    migrator.apply("host", kShare / "host" / "migrations");
    migrator.apply("core", kShare / "core" / "migrations");
    migrator.apply(manifest_.id, pluginFolder / "migrations");
    catalogue_.load(kShare / "host" / "locale", "");
    catalogue_.load(kShare / "core" / "locale", "");
    catalogue_.load(pluginFolder / "locale", manifest_.id);
}

void HarnessServer::startCore() {
    catalogue_.addPlugin(coreManifest_.facts());
    catalogue_.addPlugin(manifest_.facts());
    coreRoutes_ = std::make_unique<host::PluginRoutes>(router_, coreManifest_, "/api/v1", coreContributions_);
    coreEvents_ = events_->forPlugin("core", declaredEvents(coreManifest_));
    coreJobs_ = jobs_->forPlugin("core", declaredJobs(coreManifest_));
    corePorts_ = std::make_unique<host::PluginPorts>(ports_, "core");
    core_ = std::make_unique<core::Core>(core::CoreNeeds{*database_, clock_, log_, catalogue_, live_, folder_});
    core_->start(*coreRoutes_, *coreEvents_, *coreJobs_, *corePorts_);
}

void HarnessServer::makePipeline() {
    const auto uploads = folder_ / "uploads";
    std::filesystem::create_directories(uploads);
    delivery_ = std::make_unique<host::FileDelivery>(*database_, core_->files(), core_->audit(), clock_);
    pipeline_ = std::make_unique<host::Pipeline>(
        host::PipelineParts{router_, authenticator_, core_->directory(), catalogue_, *delivery_, log_, uploads, {}, {}, &limiter_});
}

void HarnessServer::startPlugin(std::unique_ptr<Plugin> plugin) {
    const host::PluginServices services{*database_, router_, ports_, *core_, *forms_, *pdf_, *mail_, clock_, log_, folder_};
    context_ = std::make_unique<host::HostPluginContext>(manifest_, services, events_->forPlugin(manifest_.id, declaredEvents(manifest_)),
                                                         jobs_->forPlugin(manifest_.id, declaredJobs(manifest_)));
    plugin->start(*context_);
    plugin_ = std::move(plugin);
    host::checkContributions(manifest_, context_->contributions());
    core_->pluginsStarted();
}

}  // namespace congvu::testing
