// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plugins/Manifest.h"

#include <map>
#include <string>
#include <vector>

namespace congvu::host {

/// Which plugins can start, in which order, and why the others cannot.
struct StartOrder {
    std::vector<std::string> order;              ///< every plugin after all that it requires; otherwise by id
    std::map<std::string, std::string> refused;  ///< id → one sentence
};

/// Puts plugins behind what they require. A missing or refused requirement and a circle refuse the plugins concerned, no others.
StartOrder dependencyOrder(const std::map<std::string, Manifest>& manifests);

}  // namespace congvu::host
