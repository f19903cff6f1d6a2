// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "jobs/JobStatus.h"

#include <optional>
#include <string_view>

namespace congvu::host {

/// All SQL of table host_job_run: the last run of each job.
class JobRunLedger {
public:
    static std::optional<JobRun> lastRun(db::Reader& reader, std::string_view plugin, std::string_view job);
    static void record(db::Tx& tx, std::string_view plugin, std::string_view job, const JobRun& run);
};

}  // namespace congvu::host
