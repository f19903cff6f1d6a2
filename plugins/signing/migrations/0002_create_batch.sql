-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE signing_batch (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    post_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    state TEXT NOT NULL,
    total BIGINT NOT NULL,
    created_at BIGINT NOT NULL,
    ended_at BIGINT
);
CREATE INDEX signing_batch_post ON signing_batch (post_id, person_id, created_at, id);

CREATE TABLE signing_batch_item (
    batch_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    request_id TEXT NOT NULL,
    title TEXT NOT NULL,
    place_json TEXT NOT NULL,
    state TEXT NOT NULL,
    code TEXT NOT NULL,
    level TEXT NOT NULL,
    decided_at BIGINT,
    PRIMARY KEY (batch_id, position)
);
CREATE UNIQUE INDEX signing_batch_item_request ON signing_batch_item (batch_id, request_id);
CREATE INDEX signing_batch_item_state ON signing_batch_item (batch_id, state, position);
