-- SPDX-License-Identifier: Apache-2.0
-- The tamper-evident log: hash = SHA-256 over the row's canonical text, which ends in the hash of the row before.
CREATE TABLE core_audit (
    seq BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    actor_person_id TEXT NOT NULL,
    actor_name TEXT NOT NULL,
    actor_post_id TEXT NOT NULL,
    post_title TEXT NOT NULL,
    unit_name TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    act TEXT NOT NULL,
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    address TEXT NOT NULL,
    request_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX core_audit_by_actor ON core_audit (actor_person_id, seq);
CREATE INDEX core_audit_by_act ON core_audit (act, seq);
CREATE INDEX core_audit_by_entity ON core_audit (plugin, entity_type, entity_id, seq);
