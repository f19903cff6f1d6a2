// SPDX-License-Identifier: Apache-2.0
#include "events/PluginEvents.h"

#include <stdexcept>

namespace congvu::host {

namespace {

constexpr std::size_t kMaximumPayloadBytes = 1024 * 1024;

}  // namespace

PluginEvents::PluginEvents(EventBus& bus, std::string plugin, DeclaredEvents declared)
    : bus_(bus), plugin_(std::move(plugin)), declared_(std::move(declared)) {}

void PluginEvents::publishJson(db::Tx& tx, const events::NewEvent& event, std::string payloadJson) {
    if (!declared_.publishes.contains(event.name)) {
        throw std::logic_error("plugin " + plugin_ + " publishes " + event.name +
                               ", which its plugin.json does not declare in events.publishes");
    }
    if (payloadJson.size() > kMaximumPayloadBytes) {
        throw std::logic_error("the payload of " + event.name + " is larger than 1 MiB; an event names things and does not carry them");
    }
    bus_.publish(tx, event, payloadJson);
}

void PluginEvents::subscribe(std::string eventName, Subscriber subscriber) {
    if (!declared_.subscribes.contains(eventName)) {
        throw std::logic_error("plugin " + plugin_ + " subscribes to " + eventName +
                               ", which its plugin.json does not declare in events.subscribes");
    }
    bus_.subscribe(plugin_, std::move(eventName), std::move(subscriber));
}

}  // namespace congvu::host
