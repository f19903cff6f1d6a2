-- SPDX-License-Identifier: Apache-2.0
-- What posts follow, and the steps of followed entities that wait to be told. Ids ascend in time.
CREATE TABLE core_follow (
    id TEXT PRIMARY KEY,
    post_id TEXT NOT NULL REFERENCES core_post (id),
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    followed_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX core_follow_by_entity ON core_follow (plugin, entity_type, entity_id, post_id);
CREATE INDEX core_follow_by_post ON core_follow (post_id, id);

CREATE TABLE core_follow_step (
    id TEXT PRIMARY KEY,
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    act TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    actor_person_id TEXT NOT NULL
);
