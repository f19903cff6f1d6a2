-- SPDX-License-Identifier: Apache-2.0
-- A file that waits to be registered, with what was read from it. `reading` is what the machine read (values, confidence, places),
-- `draft` is what the clerk has typed so far, `content` the words for the search index.
CREATE TABLE incoming_proposal (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    failure TEXT NOT NULL,
    created_by_post_id TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    file_name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    pages BIGINT NOT NULL,
    reading TEXT NOT NULL,
    draft TEXT NOT NULL,
    content TEXT NOT NULL,
    verdict TEXT NOT NULL,
    report TEXT NOT NULL,
    document_id TEXT
);
CREATE INDEX incoming_proposal_queue ON incoming_proposal (agency_id, state, id);
CREATE INDEX incoming_proposal_age ON incoming_proposal (state, changed_at);
