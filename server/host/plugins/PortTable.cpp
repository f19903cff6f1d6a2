// SPDX-License-Identifier: Apache-2.0
#include "plugins/PortTable.h"

#include <stdexcept>
#include <utility>

namespace congvu::host {

void PortTable::provide(const std::string& plugin, std::string_view port, std::shared_ptr<void> implementation) {
    const std::lock_guard lock(mutex_);
    const auto [position, isNew] = providers_.try_emplace(std::string{port}, Provider{plugin, std::move(implementation)});
    if (!isNew) {
        throw std::logic_error("port " + std::string{port} + " is provided by plugin " + position->second.plugin + " already");
    }
}

std::shared_ptr<void> PortTable::find(std::string_view port) const {
    const std::lock_guard lock(mutex_);
    const auto position = providers_.find(port);
    return position == providers_.end() ? nullptr : position->second.implementation;
}

void PortTable::removeAllOf(std::string_view plugin) {
    const std::lock_guard lock(mutex_);
    std::erase_if(providers_, [&](const auto& item) { return item.second.plugin == plugin; });
}

void PluginPorts::provideErased(std::string_view port, std::shared_ptr<void> implementation) {
    table_.provide(plugin_, port, std::move(implementation));
    provided_.emplace_back(port);
}

std::shared_ptr<void> PluginPorts::findErased(std::string_view port) const {
    return table_.find(port);
}

}  // namespace congvu::host
