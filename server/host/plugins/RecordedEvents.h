// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plugins/Contributions.h"

#include "congvu/events/Events.h"

#include <memory>
#include <utility>

namespace congvu::host {

/// Notes what a plugin subscribes to and passes everything on.
class RecordedEvents final : public events::Events {
public:
    RecordedEvents(std::unique_ptr<events::Events> inner, Contributions& contributions)
        : inner_(std::move(inner)), contributions_(contributions) {}
    void publishJson(db::Tx& tx, const events::NewEvent& event, std::string payloadJson) override {
        inner_->publishJson(tx, event, std::move(payloadJson));
    }
    void subscribe(std::string eventName, Subscriber subscriber) override {
        contributions_.subscribedEvents.push_back(eventName);
        inner_->subscribe(std::move(eventName), std::move(subscriber));
    }

private:
    std::unique_ptr<events::Events> inner_;
    Contributions& contributions_;
};

}  // namespace congvu::host
