-- SPDX-License-Identifier: Apache-2.0
-- Numbers come from a counter row and not from a sequence: its lock makes the order of the numbers the order of the commits, so that a
-- cursor never passes an event that is still to be committed.
CREATE TABLE host_outbox_counter (
    id    BIGINT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO host_outbox_counter (id, value) VALUES (1, 0);
CREATE FUNCTION host_next_outbox_sequence() RETURNS BIGINT LANGUAGE SQL VOLATILE AS
$$ UPDATE host_outbox_counter SET value = value + 1 WHERE id = 1 RETURNING value; $$;

-- Events that were published, in the order of their commits.
CREATE TABLE host_outbox (
    sequence      BIGINT PRIMARY KEY DEFAULT host_next_outbox_sequence(),
    name          TEXT NOT NULL,
    entity_plugin TEXT NOT NULL,
    entity_type   TEXT NOT NULL,
    entity_id     TEXT NOT NULL,
    agency_id     TEXT NOT NULL,
    actor_post_id TEXT NOT NULL,
    at            BIGINT NOT NULL,
    payload       TEXT NOT NULL
);

-- How far a subscriber (a plugin) has come: every event up to this one is delivered or stands in host_event_retry.
CREATE TABLE host_event_cursor (
    subscriber TEXT PRIMARY KEY,
    sequence   BIGINT NOT NULL,
    seen_at    BIGINT NOT NULL
);

-- Events that failed, and events of the same entity that wait behind them.
CREATE TABLE host_event_retry (
    subscriber TEXT NOT NULL,
    sequence   BIGINT NOT NULL,
    entity_key TEXT NOT NULL,
    attempts   BIGINT NOT NULL,
    next_at    BIGINT NOT NULL,
    is_parked  BOOLEAN NOT NULL,
    error      TEXT NOT NULL,
    failed_at  BIGINT NOT NULL,
    PRIMARY KEY (subscriber, sequence)
);
CREATE INDEX host_event_retry_by_entity ON host_event_retry (subscriber, entity_key, sequence);
CREATE INDEX host_event_retry_parked ON host_event_retry (is_parked, sequence);
