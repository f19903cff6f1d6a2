// SPDX-License-Identifier: Apache-2.0
#include "events/SubscriberTable.h"

namespace congvu::host {

void SubscriberTable::add(const std::string& plugin, std::string eventName, events::Events::Subscriber subscriber) {
    const std::lock_guard lock{mutex_};
    byPlugin_[plugin][std::move(eventName)].push_back(std::move(subscriber));
}

void SubscriberTable::removeAllOf(std::string_view plugin) {
    const std::lock_guard lock{mutex_};
    if (const auto found = byPlugin_.find(plugin); found != byPlugin_.end()) {
        byPlugin_.erase(found);
    }
}

std::vector<std::string> SubscriberTable::plugins() const {
    const std::lock_guard lock{mutex_};
    std::vector<std::string> names;
    for (const auto& [plugin, byEvent] : byPlugin_) {
        names.push_back(plugin);
    }
    return names;
}

SubscriberTable::Handlers SubscriberTable::handlersOf(std::string_view plugin, std::string_view eventName) const {
    const std::lock_guard lock{mutex_};
    const auto byEvent = byPlugin_.find(plugin);
    if (byEvent == byPlugin_.end()) {
        return {};
    }
    const auto handlers = byEvent->second.find(eventName);
    return handlers == byEvent->second.end() ? Handlers{} : handlers->second;
}

}  // namespace congvu::host
