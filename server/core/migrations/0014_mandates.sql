-- SPDX-License-Identifier: Apache-2.0
-- Absences of posts and mandates between posts. Days are days in Viet Nam, both ends included. Lists of ids and words are joined by commas.
CREATE TABLE core_absence (
    id TEXT PRIMARY KEY,
    post_id TEXT NOT NULL REFERENCES core_post (id),
    agency_id TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    reason TEXT NOT NULL,
    entered_by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    withdrawn_at BIGINT
);
CREATE INDEX core_absence_by_post ON core_absence (post_id, until_on);
CREATE INDEX core_absence_by_agency ON core_absence (agency_id, id);

CREATE TABLE core_mandate (
    id TEXT PRIMARY KEY,
    giver_post_id TEXT NOT NULL REFERENCES core_post (id),
    substitute_post_id TEXT NOT NULL REFERENCES core_post (id),
    agency_id TEXT NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT NOT NULL,
    acts TEXT NOT NULL,
    unit_ids TEXT NOT NULL,
    document_types TEXT NOT NULL,
    sign_as TEXT NOT NULL,
    basis TEXT NOT NULL,
    absence_id TEXT NOT NULL,
    given_by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    revoked_at BIGINT,
    revoked_by_name TEXT NOT NULL,
    revocation_reason TEXT NOT NULL
);
CREATE INDEX core_mandate_by_giver ON core_mandate (giver_post_id, id);
CREATE INDEX core_mandate_by_substitute ON core_mandate (substitute_post_id, id);
CREATE INDEX core_mandate_by_agency ON core_mandate (agency_id, id);
CREATE INDEX core_mandate_by_end ON core_mandate (until_on);

INSERT INTO core_revision (name, value) VALUES ('mandates', 0);

-- The mandate a session acts by; empty for the own post.
ALTER TABLE core_session ADD COLUMN mandate_id TEXT NOT NULL DEFAULT '';
-- What a limited mandate is compared with: whose work it is and the type of the document; empty when not known.
ALTER TABLE core_work_item ADD COLUMN unit_id TEXT NOT NULL DEFAULT '';
ALTER TABLE core_work_item ADD COLUMN document_type TEXT NOT NULL DEFAULT '';
