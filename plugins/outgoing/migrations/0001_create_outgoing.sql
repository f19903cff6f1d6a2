-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE outgoing_document (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    drafter_post_id TEXT NOT NULL,
    drafter_name TEXT NOT NULL,
    form_id TEXT NOT NULL,
    type_abbreviation TEXT NOT NULL,
    type_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    folded TEXT NOT NULL,
    urgency TEXT NOT NULL,
    state TEXT NOT NULL,
    fields_json TEXT NOT NULL,
    draft_number BIGINT NOT NULL,
    current_step BIGINT NOT NULL,
    signer_post_id TEXT NOT NULL,
    signer_name TEXT NOT NULL,
    signer_title TEXT NOT NULL,
    source_document_id TEXT,
    source_task_id TEXT,
    due_on TEXT,
    file_id TEXT,
    request_id TEXT,
    pages BIGINT NOT NULL,
    number BIGINT,
    number_group TEXT NOT NULL,
    symbol TEXT NOT NULL,
    number_and_symbol TEXT NOT NULL,
    document_date TEXT,
    issued_at BIGINT,
    recall_reason TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    updated_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE INDEX outgoing_document_agency ON outgoing_document (agency_id, updated_at, id);
CREATE INDEX outgoing_document_state ON outgoing_document (agency_id, state, updated_at, id);
CREATE INDEX outgoing_document_drafter ON outgoing_document (drafter_post_id, updated_at, id);
CREATE INDEX outgoing_document_source ON outgoing_document (source_document_id, updated_at, id);
CREATE INDEX outgoing_document_task ON outgoing_document (source_task_id, updated_at, id);

CREATE TABLE outgoing_version (
    document_id TEXT NOT NULL,
    draft_number BIGINT NOT NULL,
    fields_json TEXT NOT NULL,
    author_post_id TEXT NOT NULL,
    author_name TEXT NOT NULL,
    author_title TEXT NOT NULL,
    note TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (document_id, draft_number)
);

CREATE TABLE outgoing_step (
    document_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    post_id TEXT NOT NULL,
    person_name TEXT NOT NULL,
    post_title TEXT NOT NULL,
    state TEXT NOT NULL,
    note TEXT NOT NULL,
    decided_at BIGINT,
    PRIMARY KEY (document_id, position)
);
CREATE INDEX outgoing_step_post ON outgoing_step (post_id, state, document_id);

CREATE TABLE outgoing_revision (
    document_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    file_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (document_id, position)
);

CREATE TABLE outgoing_recipient (
    delivery_id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    name TEXT NOT NULL,
    status TEXT NOT NULL,
    recall TEXT NOT NULL,
    reason TEXT NOT NULL,
    arrival_number BIGINT,
    updated_at BIGINT NOT NULL,
    UNIQUE (document_id, agency_id)
);

CREATE TABLE outgoing_attachment (
    document_id TEXT NOT NULL,
    file_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (document_id, file_id)
);

CREATE TABLE outgoing_access (
    token TEXT NOT NULL,
    document_id TEXT NOT NULL,
    PRIMARY KEY (token, document_id)
);
CREATE INDEX outgoing_access_document ON outgoing_access (document_id, token);

CREATE TABLE outgoing_counter (
    agency_id TEXT NOT NULL,
    state TEXT NOT NULL,
    documents BIGINT NOT NULL,
    PRIMARY KEY (agency_id, state)
);
