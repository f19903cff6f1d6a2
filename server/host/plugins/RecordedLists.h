// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "plugins/Contributions.h"

#include "congvu/core/Core.h"
#include "congvu/lists/Lists.h"

#include <memory>
#include <string>
#include <utility>

namespace congvu::host {

/// Notes which lists a plugin adds and passes them on in its name.
class RecordedLists final : public lists::Lists {
public:
    RecordedLists(core::Core& core, std::string plugin, Contributions& contributions)
        : core_(core), plugin_(std::move(plugin)), contributions_(contributions) {}
    void add(std::string id, std::shared_ptr<const lists::ListSource> source) override {
        core_.addList(plugin_, id, std::move(source));
        contributions_.lists.push_back(std::move(id));
    }

private:
    core::Core& core_;
    std::string plugin_;
    Contributions& contributions_;
};

}  // namespace congvu::host
