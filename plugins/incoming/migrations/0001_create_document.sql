-- SPDX-License-Identifier: Apache-2.0
-- An incoming document (văn bản đến): one record per arrival in one agency. The arrival number is given by the register of the
-- agency and never changes. Keys that end in _key exist for sorting and matching only and are written by the repository.
CREATE TABLE incoming_document (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    tab TEXT NOT NULL,
    arrival_number BIGINT NOT NULL,
    arrival_year BIGINT NOT NULL,
    arrival_key BIGINT NOT NULL,
    arrived_on TEXT NOT NULL,
    symbol TEXT NOT NULL,
    symbol_key TEXT NOT NULL,
    issuer_name TEXT NOT NULL,
    issuer_key TEXT NOT NULL,
    superior_name TEXT NOT NULL,
    type_id TEXT NOT NULL,
    subject TEXT NOT NULL,
    document_date TEXT,
    document_key TEXT NOT NULL,
    place TEXT NOT NULL,
    urgency TEXT NOT NULL,
    signer_name TEXT NOT NULL,
    signer_position TEXT NOT NULL,
    signer_authority TEXT NOT NULL,
    due_on TEXT,
    due_key TEXT NOT NULL,
    pages BIGINT NOT NULL,
    note TEXT NOT NULL,
    folded TEXT NOT NULL,
    verdict TEXT NOT NULL,
    duplicate_of TEXT,
    duplicate_reason TEXT NOT NULL,
    delivery_id TEXT,
    registered_by_post_id TEXT NOT NULL,
    registered_by_name TEXT NOT NULL,
    registered_at BIGINT NOT NULL,
    submitted_to_post_id TEXT,
    submitted_to_name TEXT NOT NULL,
    direction_id TEXT,
    tasks_total BIGINT NOT NULL,
    tasks_done BIGINT NOT NULL,
    closed_at BIGINT,
    closing_note TEXT NOT NULL,
    frozen_reason TEXT NOT NULL
);
CREATE UNIQUE INDEX incoming_document_arrival ON incoming_document (agency_id, arrival_key);
CREATE INDEX incoming_document_tab_arrival ON incoming_document (agency_id, tab, arrival_key);
CREATE INDEX incoming_document_date ON incoming_document (agency_id, document_key, arrival_key);
CREATE INDEX incoming_document_tab_date ON incoming_document (agency_id, tab, document_key, arrival_key);
CREATE INDEX incoming_document_due ON incoming_document (agency_id, due_key, arrival_key);
CREATE INDEX incoming_document_tab_due ON incoming_document (agency_id, tab, due_key, arrival_key);
CREATE INDEX incoming_document_symbol ON incoming_document (agency_id, symbol_key, arrival_key);
CREATE INDEX incoming_document_issuer ON incoming_document (agency_id, issuer_key, arrival_key);

-- Who beside the readers of the whole agency may see a document: "post:…" and "unit:…" (docs/row-level-policy.md).
CREATE TABLE incoming_access (
    token TEXT NOT NULL,
    document_id TEXT NOT NULL,
    PRIMARY KEY (token, document_id)
);
CREATE INDEX incoming_access_document ON incoming_access (document_id, token);

-- Which person has opened which document.
CREATE TABLE incoming_read_mark (
    person_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    read_at BIGINT NOT NULL,
    PRIMARY KEY (person_id, document_id)
);

-- Files of a proposal, a delivery or a document. The id is the one of the file store.
CREATE TABLE incoming_file (
    id TEXT PRIMARY KEY,
    owner_type TEXT NOT NULL,
    owner_id TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    position BIGINT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    verdict TEXT NOT NULL,
    report TEXT NOT NULL
);
CREATE INDEX incoming_file_owner ON incoming_file (owner_type, owner_id, position);
CREATE INDEX incoming_file_content ON incoming_file (agency_id, sha256, owner_type);

-- The words of a document, kept to put it into the search index again when its readers change.
CREATE TABLE incoming_content (
    document_id TEXT PRIMARY KEY,
    text TEXT NOT NULL
);

-- Numbers on the tabs: changed in the transaction that changes what they count.
CREATE TABLE incoming_counter (
    agency_id TEXT NOT NULL,
    name TEXT NOT NULL,
    value BIGINT NOT NULL,
    PRIMARY KEY (agency_id, name)
);

-- Issuers that the agency has met, for suggestions and for their usual spelling.
CREATE TABLE incoming_issuer (
    agency_id TEXT NOT NULL,
    issuer_key TEXT NOT NULL,
    name TEXT NOT NULL,
    used BIGINT NOT NULL,
    PRIMARY KEY (agency_id, issuer_key)
);
CREATE INDEX incoming_issuer_used ON incoming_issuer (agency_id, used, issuer_key);
