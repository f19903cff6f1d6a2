// SPDX-License-Identifier: Apache-2.0
#include "plugins/PluginManager.h"

#include "jobs/Scheduler.h"
#include "plugins/ContributionCheck.h"
#include "plugins/DependencyOrder.h"
#include "plugins/ManifestReader.h"
#include "plugins/PluginLibrary.h"

#include <algorithm>
#include <exception>
#include <set>
#include <utility>

namespace congvu::host {

namespace {

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

std::string_view nameOf(PluginState state) {
    switch (state) {
        case PluginState::running:
            return "running";
        case PluginState::refused:
            return "refused";
        case PluginState::stopped:
            return "stopped";
    }
    return "stopped";
}

PluginManager::PluginManager(const PluginMachinery& machinery) : machinery_(machinery) {}

PluginManager::~PluginManager() {
    stopAll();
}

void PluginManager::startAll(const std::filesystem::path& folder) {
    const auto manifests = readManifests(folder);
    for (const auto& [id, manifest] : manifests) {
        status_[id] = {id, PluginState::stopped, {}, manifest};
    }
    auto order = dependencyOrder(manifests);
    for (const auto& [id, reason] : order.refused) {
        refuse(id, reason);
    }
    for (const auto& id : order.order) {
        startOne(id);
    }
}

std::map<std::string, Manifest> PluginManager::readManifests(const std::filesystem::path& folder) {
    std::map<std::string, Manifest> manifests;
    std::error_code missing;
    for (const auto& entry : std::filesystem::directory_iterator(folder, missing)) {
        const auto id = entry.path().filename().string();
        if (!std::filesystem::exists(entry.path() / "plugin.json")) {
            continue;
        }
        try {
            manifests.emplace(id, readManifest(entry.path()));
        } catch (const PluginRefused& error) {
            status_[id].id = id;
            status_[id].manifest.id = id;
            refuse(id, error.what());
        }
    }
    return manifests;
}

void PluginManager::startOne(const std::string& id) {
    const auto& manifest = status_.at(id).manifest;
    Running candidate;
    try {
        prepare(manifest);
        candidate.id = id;
        candidate.context =
            std::make_unique<HostPluginContext>(manifest, machinery_.services, machinery_.events.forPlugin(id, declaredEvents(manifest)),
                                                machinery_.jobs.forPlugin(id, declaredJobs(manifest)));
        candidate.plugin = loadPlugin(manifest.folder / (id + ".so"));
        candidate.plugin->start(*candidate.context);
        checkContributions(manifest, candidate.context->contributions());
    } catch (const std::exception& error) {
        removeRegistrations(id);
        refuse(id, error.what());
        return;
    } catch (...) {
        removeRegistrations(id);
        refuse(id, id + ": start() threw something that is no std::exception");
        return;
    }
    status_.at(id).state = PluginState::running;
    machinery_.services.log.info("plugin.started", {{"plugin", id}, {"version", manifest.version}});
    running_.push_back(std::move(candidate));
}

/// Everything before code of the plugin runs.
void PluginManager::prepare(const Manifest& manifest) {
    if (!requirementsRun(manifest)) {
        throw PluginRefused(manifest.id + "/plugin.json: requires a plugin that did not start");
    }
    if (manifest.sdk != kSdkAbi) {
        throw PluginRefused(manifest.id + "/plugin.json: sdk is " + std::to_string(manifest.sdk) + ", this server has sdk " +
                            std::to_string(kSdkAbi));
    }
    checkTables(manifest);
    machinery_.catalogue.load(manifest.folder / "locale", manifest.id);
    machinery_.migrator.apply(manifest.id, manifest.folder / "migrations");
    machinery_.catalogue.addPlugin(manifest.facts());
}

bool PluginManager::requirementsRun(const Manifest& manifest) const {
    const auto& ids = manifest.requiredPlugins;
    return std::all_of(ids.begin(), ids.end(), [&](const std::string& id) { return status_.at(id).state == PluginState::running; });
}

void PluginManager::refuse(const std::string& id, const std::string& reason) {
    status_.at(id).state = PluginState::refused;
    status_.at(id).reason = reason;
    machinery_.services.log.error("plugin.refused", {{"plugin", id}, {"reason", reason}});
}

void PluginManager::removeRegistrations(const std::string& id) {
    machinery_.services.router.removeAllOf(id);
    machinery_.events.removeAllOf(id);
    machinery_.jobs.removeAllOf(id);
    machinery_.services.ports.removeAllOf(id);
    machinery_.services.core.removeAllOf(id);
    machinery_.catalogue.removePlugin(id);
}

void PluginManager::stopAll() noexcept {
    while (!running_.empty()) {
        auto& last = running_.back();
        removeRegistrations(last.id);
        last.plugin->stop();
        last.plugin.reset();
        status_.at(last.id).state = PluginState::stopped;
        running_.pop_back();
    }
}

}  // namespace congvu::host
