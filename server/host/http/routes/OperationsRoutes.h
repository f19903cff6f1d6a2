// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "events/EventBus.h"
#include "http/Router.h"
#include "jobs/Scheduler.h"
#include "plugins/Manifest.h"

#include "congvu/audit/Audit.h"

#include <functional>
#include <vector>

namespace congvu::host {

/// What the operations routes show and do.
struct Operations {
    EventBus& events;
    Scheduler& jobs;
    audit::Audit& audit;
    db::Db& db;
    std::function<std::vector<const Manifest*>()> manifests;  ///< for the labels of jobs
};

/// /api/v1/parked-events and /api/v1/jobs (core.operations): events that could not be delivered and background jobs, with the acts to try
/// again, to give up and to run now, each of which stands in the audit.
void addOperationsRoutes(Router& router, const Operations& operations);

}  // namespace congvu::host
