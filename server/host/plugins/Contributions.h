// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace congvu::host {

/// What a plugin has registered while it started, to be compared with its manifest.
struct Contributions {
    std::vector<std::string> subscribedEvents;
    std::vector<std::string> jobs;
    std::vector<std::string> providedPorts;
    std::vector<std::string> routePermissions;
    std::vector<std::string> entities{};
    std::vector<std::string> lists{};
};

}  // namespace congvu::host
