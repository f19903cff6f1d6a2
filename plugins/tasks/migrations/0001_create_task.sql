-- SPDX-License-Identifier: Apache-2.0
-- A task (nhiệm vụ): one unit or post owes the assigner a result by a deadline.
-- stage and is_open repeat what state says, due_sort repeats due_on, so that every list runs along one index.
CREATE TABLE tasks_task (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    source_plugin TEXT NOT NULL,
    source_type TEXT NOT NULL,
    source_id TEXT NOT NULL,
    source_symbol TEXT NOT NULL,
    source_issuer TEXT NOT NULL,
    direction_id TEXT,
    assignment_id TEXT,
    parent_id TEXT,
    title TEXT NOT NULL,
    content TEXT NOT NULL,
    urgency TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    lead_post_id TEXT,
    handler_post_ids TEXT NOT NULL,
    assigner_post_id TEXT NOT NULL,
    assigner_name TEXT NOT NULL,
    review_unit_id TEXT,
    review_post_id TEXT,
    due_on TEXT,
    original_due_on TEXT,
    due_sort TEXT NOT NULL,
    state TEXT NOT NULL,
    stage TEXT NOT NULL,
    is_open BOOLEAN NOT NULL,
    suspended_from TEXT,
    percent BIGINT NOT NULL,
    judged_on TEXT,
    pending_extension_id TEXT,
    extension_count BIGINT NOT NULL,
    urge_count BIGINT NOT NULL,
    result_document_id TEXT,
    result_document_label TEXT NOT NULL,
    folded TEXT NOT NULL,
    reminded_on TEXT,
    reminded_for TEXT,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    closed_at BIGINT,
    version BIGINT NOT NULL
);

CREATE UNIQUE INDEX tasks_task_assignment ON tasks_task (direction_id, assignment_id);
CREATE INDEX tasks_task_agency_open ON tasks_task (agency_id, is_open, due_sort, id);
CREATE INDEX tasks_task_agency_stage ON tasks_task (agency_id, stage, due_sort, id);
CREATE INDEX tasks_task_unit_open ON tasks_task (unit_id, is_open, due_sort, id);
CREATE INDEX tasks_task_unit_stage ON tasks_task (unit_id, stage, due_sort, id);
CREATE INDEX tasks_task_assigner ON tasks_task (assigner_post_id, is_open, due_sort, id);
CREATE INDEX tasks_task_source ON tasks_task (source_id, source_plugin, source_type, created_at, id);
CREATE INDEX tasks_task_parent ON tasks_task (parent_id, created_at, id);
CREATE INDEX tasks_task_reminder ON tasks_task (due_sort, id) WHERE state IN ('assigned', 'in_progress');

-- Who may see a task and as what: token is "unit:<id>" or "post:<id>".
CREATE TABLE tasks_access (
    task_id TEXT NOT NULL REFERENCES tasks_task (id),
    token TEXT NOT NULL,
    relation TEXT NOT NULL,
    PRIMARY KEY (task_id, token, relation)
);

CREATE INDEX tasks_access_token ON tasks_access (token, relation, task_id);

-- What a handler reports: progress, or the result that is submitted.
CREATE TABLE tasks_report (
    id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES tasks_task (id),
    kind TEXT NOT NULL,
    percent BIGINT NOT NULL,
    note TEXT NOT NULL,
    post_id TEXT NOT NULL,
    person_name TEXT NOT NULL,
    post_title TEXT NOT NULL,
    reported_at BIGINT NOT NULL
);

CREATE INDEX tasks_report_task ON tasks_report (task_id, reported_at, id);

CREATE TABLE tasks_file (
    file_id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES tasks_task (id),
    report_id TEXT NOT NULL REFERENCES tasks_report (id),
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    position BIGINT NOT NULL
);

CREATE INDEX tasks_file_task ON tasks_file (task_id, report_id, position);

-- Requests to move the deadline (gia hạn): counted, with the old and the new date.
CREATE TABLE tasks_extension (
    id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES tasks_task (id),
    number BIGINT NOT NULL,
    old_due_on TEXT NOT NULL,
    new_due_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    state TEXT NOT NULL,
    requested_by_post_id TEXT NOT NULL,
    requested_by_name TEXT NOT NULL,
    requested_at BIGINT NOT NULL,
    decided_by_name TEXT,
    decided_at BIGINT,
    decision_note TEXT NOT NULL,
    granted_due_on TEXT
);

CREATE UNIQUE INDEX tasks_extension_task ON tasks_extension (task_id, number);

-- The four counters (domain: FourCounters). Open tasks are counted per deadline day, so that no job must run at midnight: whether
-- a day lies before today is decided when the counters are read. basis says which deadline was compared.
CREATE TABLE tasks_counter (
    agency_id TEXT NOT NULL,
    scope TEXT NOT NULL,
    scope_id TEXT NOT NULL,
    basis TEXT NOT NULL,
    bucket TEXT NOT NULL,
    day TEXT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (agency_id, scope, basis, scope_id, bucket, day)
);

-- Directions that were taken over, so that a second delivery of the event changes nothing.
CREATE TABLE tasks_direction (
    direction_id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    state TEXT NOT NULL,
    taken_at BIGINT NOT NULL
);
