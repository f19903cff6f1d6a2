// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/EventBus.h"

namespace congvu::host {

/// The event bus as one plugin sees it.
class PluginEvents final : public events::Events {
public:
    PluginEvents(EventBus& bus, std::string plugin, DeclaredEvents declared);
    void publishJson(db::Tx& tx, const events::NewEvent& event, std::string payloadJson) override;
    void subscribe(std::string eventName, Subscriber subscriber) override;

private:
    EventBus& bus_;
    std::string plugin_;
    DeclaredEvents declared_;
};

}  // namespace congvu::host
