-- SPDX-License-Identifier: Apache-2.0
-- When a background job ran last and how it ended.
CREATE TABLE host_job_run (
    plugin       TEXT NOT NULL,
    job          TEXT NOT NULL,
    started_at   BIGINT NOT NULL,
    finished_at  BIGINT NOT NULL,
    has_failed   BOOLEAN NOT NULL,
    error        TEXT NOT NULL,
    PRIMARY KEY (plugin, job)
);
