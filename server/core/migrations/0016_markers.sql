-- SPDX-License-Identifier: Apache-2.0
-- A person's own coloured labels and what stands under them. The person stands in both, so that a list is narrowed by one index alone.
CREATE TABLE core_marker (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES core_person (id),
    name TEXT NOT NULL,
    tone TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX core_marker_by_name ON core_marker (person_id, name);

CREATE TABLE core_marked (
    person_id TEXT NOT NULL,
    marker_id TEXT NOT NULL REFERENCES core_marker (id),
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    PRIMARY KEY (person_id, marker_id, plugin, entity_type, entity_id)
);
CREATE INDEX core_marked_by_entity ON core_marked (person_id, plugin, entity_type, entity_id);
