-- SPDX-License-Identifier: Apache-2.0
ALTER TABLE signing_key ADD COLUMN kind TEXT NOT NULL DEFAULT 'server';

CREATE TABLE signing_prepared (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    post_id TEXT NOT NULL,
    key_id TEXT NOT NULL,
    state_file_id TEXT,
    expires_at BIGINT NOT NULL,
    UNIQUE (request_id, person_id, post_id)
);
CREATE INDEX signing_prepared_expiry ON signing_prepared (expires_at, id);

CREATE TABLE signing_token_challenge (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    owner_kind TEXT NOT NULL,
    certificate_pem TEXT NOT NULL,
    chain_pem TEXT NOT NULL,
    statement TEXT NOT NULL,
    expires_at BIGINT NOT NULL
);
CREATE INDEX signing_token_challenge_person ON signing_token_challenge (person_id, id);
CREATE INDEX signing_token_challenge_expiry ON signing_token_challenge (expires_at, id);
