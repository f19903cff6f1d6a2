-- SPDX-License-Identifier: Apache-2.0
-- The file plan of a year (danh mục hồ sơ, Decree 30/2020, Art. 28 and App. V): headings in two levels, entries below them.
CREATE TABLE records_plan (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    year BIGINT NOT NULL,
    state TEXT NOT NULL,
    decision TEXT NOT NULL,
    approved_by_name TEXT NOT NULL,
    approved_at BIGINT,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX records_plan_year ON records_plan (agency_id, year);

CREATE TABLE records_heading (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES records_plan (id),
    parent_id TEXT,
    position BIGINT NOT NULL,
    title TEXT NOT NULL,
    abbreviation TEXT NOT NULL
);
CREATE INDEX records_heading_plan ON records_heading (plan_id, position, id);

CREATE TABLE records_entry (
    id TEXT PRIMARY KEY,
    plan_id TEXT NOT NULL REFERENCES records_plan (id),
    heading_id TEXT NOT NULL REFERENCES records_heading (id),
    position BIGINT NOT NULL,
    notation TEXT NOT NULL,
    title TEXT NOT NULL,
    retention TEXT NOT NULL,
    keeper_post_id TEXT,
    keeper_name TEXT NOT NULL,
    note TEXT NOT NULL
);
CREATE UNIQUE INDEX records_entry_notation ON records_entry (plan_id, notation);
CREATE INDEX records_entry_heading ON records_entry (heading_id, position, id);

-- A work dossier (hồ sơ công việc). due_sort repeats due_on and sort_on the day it began, so that every list runs along one index.
CREATE TABLE records_dossier (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    entry_id TEXT,
    year BIGINT NOT NULL,
    notation TEXT NOT NULL,
    title TEXT NOT NULL,
    retention TEXT NOT NULL,
    rights TEXT NOT NULL,
    language TEXT NOT NULL,
    description TEXT NOT NULL,
    kind TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    keeper_post_id TEXT NOT NULL,
    keeper_name TEXT NOT NULL,
    state TEXT NOT NULL,
    started_on TEXT NOT NULL,
    ended_on TEXT,
    due_on TEXT,
    due_sort TEXT NOT NULL,
    noticed_for TEXT,
    document_count BIGINT NOT NULL,
    page_count BIGINT NOT NULL,
    transfer_id TEXT,
    folded TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX records_dossier_notation ON records_dossier (agency_id, year, notation);
CREATE INDEX records_dossier_agency ON records_dossier (agency_id, updated_at, id);
CREATE INDEX records_dossier_state ON records_dossier (agency_id, state, updated_at, id);
CREATE INDEX records_dossier_agency_due ON records_dossier (agency_id, state, due_sort, id);
CREATE INDEX records_dossier_unit ON records_dossier (unit_id, updated_at, id);
CREATE INDEX records_dossier_keeper ON records_dossier (keeper_post_id, updated_at, id);
CREATE INDEX records_dossier_due ON records_dossier (state, due_sort, id);
CREATE INDEX records_dossier_transfer ON records_dossier (transfer_id, year, notation);
CREATE INDEX records_dossier_entry ON records_dossier (entry_id, id);

-- Who beside the readers of the agency and of the unit may see a dossier: token is "post:<id>" or "unit:<id>".
CREATE TABLE records_access (
    dossier_id TEXT NOT NULL REFERENCES records_dossier (id),
    token TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (dossier_id, token)
);
CREATE INDEX records_access_token ON records_access (token, dossier_id);

-- A document of another plugin in a dossier: a reference, never a copy of its files. The facts are a snapshot that is shown only to those
-- to whom the plugin of the document shows it.
CREATE TABLE records_item (
    id TEXT PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES records_dossier (id),
    entity_plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    time_key TEXT NOT NULL,
    number_and_symbol TEXT NOT NULL,
    issued_on TEXT,
    type_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    organ_name TEXT NOT NULL,
    pages BIGINT NOT NULL,
    note TEXT NOT NULL,
    link TEXT NOT NULL,
    added_by_name TEXT NOT NULL,
    added_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX records_item_entity ON records_item (dossier_id, entity_id, entity_type, entity_plugin);
CREATE INDEX records_item_time ON records_item (dossier_id, time_key, id);
CREATE INDEX records_item_document ON records_item (entity_id, entity_type, entity_plugin);

-- A transfer list with its minutes (mục lục hồ sơ, tài liệu nộp lưu; biên bản giao nhận; Decree 30/2020, Art. 30 and App. V).
CREATE TABLE records_transfer (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    year BIGINT NOT NULL,
    title TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    state TEXT NOT NULL,
    condition TEXT NOT NULL,
    boxes BIGINT NOT NULL,
    dossier_count BIGINT NOT NULL,
    from_post_id TEXT NOT NULL,
    from_name TEXT NOT NULL,
    from_title TEXT NOT NULL,
    to_name TEXT NOT NULL,
    to_title TEXT NOT NULL,
    reason TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    decided_at BIGINT,
    version BIGINT NOT NULL
);
CREATE INDEX records_transfer_agency ON records_transfer (agency_id, created_at, id);
CREATE INDEX records_transfer_from ON records_transfer (from_post_id, created_at, id);

-- An export of a dossier that was asked for: made in the background, given to the post that asked.
CREATE TABLE records_export (
    id TEXT PRIMARY KEY,
    dossier_id TEXT NOT NULL REFERENCES records_dossier (id),
    agency_id TEXT NOT NULL,
    post_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    done_steps BIGINT NOT NULL,
    total_steps BIGINT NOT NULL,
    attempts BIGINT NOT NULL,
    problem TEXT NOT NULL,
    problem_name TEXT NOT NULL,
    file_id TEXT,
    created_at BIGINT NOT NULL,
    touched_at BIGINT NOT NULL
);
CREATE INDEX records_export_post ON records_export (post_id, dossier_id, created_at, id);
CREATE INDEX records_export_queue ON records_export (state, touched_at, id);
