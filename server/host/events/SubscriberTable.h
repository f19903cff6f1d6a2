// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/events/Events.h"

#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::host {

/// Which plugin wants which events. A plugin is ONE subscriber with one cursor, so that it gets different events of one entity in their
/// order. Thread-safe.
class SubscriberTable {
public:
    using Handlers = std::vector<events::Events::Subscriber>;

    void add(const std::string& plugin, std::string eventName, events::Events::Subscriber subscriber);
    void removeAllOf(std::string_view plugin);
    [[nodiscard]] std::vector<std::string> plugins() const;
    /// Empty when the plugin does not want the event.
    [[nodiscard]] Handlers handlersOf(std::string_view plugin, std::string_view eventName) const;

private:
    using ByEvent = std::map<std::string, Handlers, std::less<>>;
    mutable std::mutex mutex_;
    std::map<std::string, ByEvent, std::less<>> byPlugin_;
};

}  // namespace congvu::host
