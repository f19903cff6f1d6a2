-- SPDX-License-Identifier: Apache-2.0
-- Notes upon entities that only members of one unit see; names of the author are those of the day.
CREATE TABLE core_note (
    id TEXT PRIMARY KEY,
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    unit_id TEXT NOT NULL REFERENCES core_unit (id),
    author_person_id TEXT NOT NULL,
    author_name TEXT NOT NULL,
    author_title TEXT NOT NULL,
    text TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    edited_at BIGINT
);
CREATE INDEX core_note_by_entity ON core_note (plugin, entity_type, entity_id, unit_id, id);
