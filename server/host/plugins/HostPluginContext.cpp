// SPDX-License-Identifier: Apache-2.0
#include "plugins/HostPluginContext.h"

#include <utility>

namespace congvu::host {

HostPluginContext::HostPluginContext(const Manifest& manifest, const PluginServices& services, std::unique_ptr<events::Events> events,
                                     std::unique_ptr<jobs::Jobs> jobs)
    : manifest_(manifest),
      services_(services),
      routes_(services.router, manifest, "/api/v1/" + manifest.id, contributions_),
      events_(std::move(events), contributions_),
      jobs_(std::move(jobs), contributions_),
      ports_(services.ports, manifest.id),
      entities_(services.core, manifest.id, contributions_),
      lists_(services.core, manifest.id, contributions_),
      log_(services.log, manifest.id) {}

std::filesystem::path HostPluginContext::dataFolder() {
    auto folder = services_.dataFolder / "plugins" / manifest_.id;
    std::filesystem::create_directories(folder);
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
    return folder;
}

Contributions HostPluginContext::contributions() const {
    auto contributions = contributions_;
    contributions.providedPorts = ports_.provided();
    return contributions;
}

}  // namespace congvu::host
