-- SPDX-License-Identifier: Apache-2.0
-- A work programme of a year (chương trình, kế hoạch công tác) with its items; an item may become a task.
CREATE TABLE tasks_plan (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    year BIGINT NOT NULL,
    title TEXT NOT NULL,
    symbol TEXT NOT NULL,
    state TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE INDEX tasks_plan_agency ON tasks_plan (agency_id, year, created_at, id);

CREATE TABLE tasks_plan_item (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES tasks_plan (id),
    position BIGINT NOT NULL,
    content TEXT NOT NULL,
    product TEXT NOT NULL,
    field TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    post_id TEXT,
    leader_post_id TEXT NOT NULL,
    due_on TEXT,
    percent BIGINT NOT NULL,
    note TEXT NOT NULL,
    task_id TEXT REFERENCES tasks_task (id),
    version BIGINT NOT NULL
);

CREATE INDEX tasks_plan_item_plan ON tasks_plan_item (plan_id, position, id);

-- Files that show that an item was done (minh chứng).
CREATE TABLE tasks_evidence (
    file_id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES tasks_plan (id),
    item_id TEXT NOT NULL REFERENCES tasks_plan_item (id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    added_by_name TEXT NOT NULL,
    added_at BIGINT NOT NULL
);

CREATE INDEX tasks_evidence_plan ON tasks_evidence (plan_id, item_id, added_at, file_id);

-- Tasks that come again (nhiệm vụ định kỳ). next_on is the next day of the rhythm, before any move to a working day.
CREATE TABLE tasks_series (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    urgency TEXT NOT NULL,
    field TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    post_id TEXT,
    assigner_post_id TEXT NOT NULL,
    assigner_name TEXT NOT NULL,
    rhythm TEXT NOT NULL,
    day BIGINT NOT NULL,
    month BIGINT NOT NULL,
    working_day TEXT NOT NULL,
    notice_days BIGINT NOT NULL,
    starts_on TEXT NOT NULL,
    ends_on TEXT,
    is_active BOOLEAN NOT NULL,
    next_on TEXT,
    problem TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);

CREATE INDEX tasks_series_agency ON tasks_series (agency_id, created_at, id);
CREATE INDEX tasks_series_next ON tasks_series (next_on, id) WHERE is_active = TRUE;

-- What was made of a series: the primary key makes each day once. A day that had passed before its task could be given has none.
CREATE TABLE tasks_occurrence (
    series_id TEXT NOT NULL REFERENCES tasks_series (id),
    rhythm_on TEXT NOT NULL,
    due_on TEXT NOT NULL,
    task_id TEXT,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (series_id, rhythm_on)
);
