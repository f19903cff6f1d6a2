-- SPDX-License-Identifier: Apache-2.0
-- When the competent person signed: a signed document must leave the house by the next working day (Decree 30/2020, Art. 18).
ALTER TABLE outgoing_document ADD COLUMN signed_at BIGINT;
-- The day on which the clerks were reminded last.
ALTER TABLE outgoing_document ADD COLUMN reminded_on TEXT;
UPDATE outgoing_document SET signed_at = (
    SELECT MAX(r.created_at) FROM outgoing_revision r WHERE r.document_id = outgoing_document.id AND r.kind = 'signed'
);
CREATE INDEX outgoing_document_unsent ON outgoing_document (agency_id, signed_at, id) WHERE state IN ('signed', 'numbered', 'sealed');
CREATE INDEX outgoing_document_unsent_all ON outgoing_document (signed_at, id) WHERE state IN ('signed', 'numbered', 'sealed');

-- A document that corrects, amends or replaces an earlier one, shown at both.
CREATE TABLE outgoing_relation (
    document_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    target_id TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (document_id, target_id)
);
CREATE INDEX outgoing_relation_target ON outgoing_relation (target_id, document_id);
