// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plugins/Contributions.h"

#include "congvu/core/Core.h"
#include "congvu/entities/Entities.h"

#include <memory>
#include <string>
#include <utility>

namespace congvu::host {

/// Notes which types of entities a plugin adds and passes them on in its name.
class RecordedEntities final : public entities::Entities {
public:
    RecordedEntities(core::Core& core, std::string plugin, Contributions& contributions)
        : core_(core), plugin_(std::move(plugin)), contributions_(contributions) {}
    void add(std::string type, std::shared_ptr<const entities::EntityViews> views) override {
        core_.addEntities(plugin_, type, std::move(views));
        contributions_.entities.push_back(std::move(type));
    }

private:
    core::Core& core_;
    std::string plugin_;
    Contributions& contributions_;
};

}  // namespace congvu::host
