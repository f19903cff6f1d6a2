-- SPDX-License-Identifier: Apache-2.0
-- The visible history of entities; names are snapshots of the day.
CREATE TABLE core_timeline (
    id TEXT PRIMARY KEY,
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    actor_name TEXT NOT NULL,
    post_title TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    act TEXT NOT NULL,
    note TEXT NOT NULL,
    detail TEXT NOT NULL
);
CREATE INDEX core_timeline_by_entity ON core_timeline (plugin, entity_type, entity_id, id);
