-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE signing_completion (
    request_id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    target TEXT NOT NULL,
    reached TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    error TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX signing_completion_due ON signing_completion (state, next_at, request_id);

CREATE TABLE signing_reminder (
    key_id TEXT NOT NULL,
    days BIGINT NOT NULL,
    sent_at BIGINT NOT NULL,
    PRIMARY KEY (key_id, days)
);
CREATE INDEX signing_key_expiry ON signing_key (state, not_after, id);
