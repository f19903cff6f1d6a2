// SPDX-License-Identifier: Apache-2.0
#include "http/stages/UnitGate.h"

#include "congvu/error/AppError.h"

namespace congvu::host {

void checkUnitGate(const Exchange& exchange, const directory::Directory& directory) {
    const auto& plugin = exchange.match.entry->plugin;
    if (plugin == "core" || plugin == "host") {
        return;
    }
    if (exchange.route().access == http::Access::everyone) {
        checkPublicGate(directory, plugin);
        return;
    }
    checkUnitGate(exchange, directory, plugin);
}

void checkPublicGate(const directory::Directory& directory, std::string_view plugin) {
    if (!directory.isPluginOnForEveryone(plugin)) {
        throw AppError(ErrorKind::forbidden, "plugin-off-for-unit", {{"plugin", std::string{plugin}}});
    }
}

void checkUnitGate(const Exchange& exchange, const directory::Directory& directory, std::string_view plugin) {
    if (!directory.isPluginOn(plugin, exchange.caller.unitId)) {
        throw AppError(ErrorKind::forbidden, "plugin-off-for-unit", {{"plugin", std::string{plugin}}});
    }
}

}  // namespace congvu::host
