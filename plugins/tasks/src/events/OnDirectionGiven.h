// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/events/Events.h"
#include "service/CreateTasksFromDirection.h"

namespace congvu::tasks {

/// incoming.direction-given.v1 → tasks.
class OnDirectionGiven {
public:
    explicit OnDirectionGiven(CreateTasksFromDirection& create) : create_(create) {}
    void operator()(const events::Event& event) const { create_.run(event.as<GivenDirection>(), event.agencyId); }

private:
    CreateTasksFromDirection& create_;
};

}  // namespace congvu::tasks
