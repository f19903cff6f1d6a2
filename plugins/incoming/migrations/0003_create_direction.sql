-- SPDX-License-Identifier: Apache-2.0
-- The written decision of a leader on a document (ý kiến chỉ đạo, bút phê) with its assignments: exactly one lead.
CREATE TABLE incoming_direction (
    id TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    post_id TEXT NOT NULL,
    post_title TEXT NOT NULL,
    person_name TEXT NOT NULL,
    opinion TEXT NOT NULL,
    given_at BIGINT NOT NULL,
    withdrawn_at BIGINT,
    withdrawal_reason TEXT NOT NULL
);
CREATE INDEX incoming_direction_document ON incoming_direction (document_id, given_at);

CREATE TABLE incoming_assignment (
    id TEXT PRIMARY KEY,
    direction_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    kind TEXT NOT NULL,
    unit_id TEXT,
    post_id TEXT,
    name TEXT NOT NULL,
    due_on TEXT,
    note TEXT NOT NULL
);
CREATE INDEX incoming_assignment_direction ON incoming_assignment (document_id, direction_id, position);

-- The own list of opinions of a leader, to pick from.
CREATE TABLE incoming_phrase (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    text TEXT NOT NULL
);
CREATE INDEX incoming_phrase_person ON incoming_phrase (person_id, position);
