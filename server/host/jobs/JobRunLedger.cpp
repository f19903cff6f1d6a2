// SPDX-License-Identifier: Apache-2.0
#include "jobs/JobRunLedger.h"

namespace congvu::host {

std::optional<JobRun> JobRunLedger::lastRun(db::Reader& reader, std::string_view plugin, std::string_view job) {
    return reader.one("SELECT started_at, finished_at, has_failed, error FROM host_job_run WHERE plugin = $1 AND job = $2", {plugin, job},
                      [](const db::Row& row) {
                          return JobRun{row.time(0), row.time(1), row.boolean(2), row.string(3)};
                      });
}

void JobRunLedger::record(db::Tx& tx, std::string_view plugin, std::string_view job, const JobRun& run) {
    tx.execute(R"sql(
        INSERT INTO host_job_run (plugin, job, started_at, finished_at, has_failed, error) VALUES ($1, $2, $3, $4, $5, $6)
        ON CONFLICT (plugin, job) DO UPDATE
        SET started_at = excluded.started_at, finished_at = excluded.finished_at, has_failed = excluded.has_failed, error = excluded.error)sql",
               {plugin, job, run.startedAt, run.finishedAt, run.hasFailed, run.error});
}

}  // namespace congvu::host
