-- SPDX-License-Identifier: Apache-2.0
-- Sessions hold only the SHA-256 of their token. Counters of wrong passwords: "account:<user name>", "address:<client address>".
CREATE TABLE core_session (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL UNIQUE,
    person_id TEXT NOT NULL REFERENCES core_person (id),
    post_id TEXT NOT NULL REFERENCES core_post (id),
    csrf_token TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    address TEXT NOT NULL,
    user_agent TEXT NOT NULL
);
CREATE INDEX core_session_by_person ON core_session (person_id, id);

CREATE TABLE core_sign_in_counter (
    counter_key TEXT PRIMARY KEY,
    wrong_count BIGINT NOT NULL,
    window_started_at BIGINT NOT NULL,
    locked_until BIGINT NOT NULL
);
CREATE INDEX core_sign_in_counter_by_lock ON core_sign_in_counter (locked_until);
