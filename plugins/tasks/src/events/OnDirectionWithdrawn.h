// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/events/Events.h"
#include "service/CancelTasksOfDirection.h"

namespace congvu::tasks {

/// incoming.direction-withdrawn.v1 → its tasks are cancelled.
class OnDirectionWithdrawn {
public:
    explicit OnDirectionWithdrawn(CancelTasksOfDirection& cancel) : cancel_(cancel) {}
    void operator()(const events::Event& event) const { cancel_.run(event.as<WithdrawnDirection>(), event.agencyId, event.actorPostId); }

private:
    CancelTasksOfDirection& cancel_;
};

}  // namespace congvu::tasks
