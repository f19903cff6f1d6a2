-- SPDX-License-Identifier: Apache-2.0
-- A drafter's own file as the body of a draft: the file as it came, its PDF, what was found in it and where number, date and signature go.
CREATE TABLE outgoing_own_file (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    source_file_id TEXT NOT NULL,
    format TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    problem TEXT NOT NULL,
    pdf_file_id TEXT,
    pages BIGINT NOT NULL,
    findings_json TEXT NOT NULL,
    places_json TEXT NOT NULL,
    content_text TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    touched_at BIGINT NOT NULL
);
CREATE INDEX outgoing_own_file_document ON outgoing_own_file (document_id, created_at, id);
CREATE INDEX outgoing_own_file_open ON outgoing_own_file (touched_at, id) WHERE state IN ('waiting', 'converting', 'checking');
-- The own file that is the body now, and of each kept version; NULL where the body is the form's.
ALTER TABLE outgoing_document ADD COLUMN own_file_id TEXT;
ALTER TABLE outgoing_version ADD COLUMN own_file_id TEXT;
