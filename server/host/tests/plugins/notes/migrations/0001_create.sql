-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE notes_note (
    id         TEXT PRIMARY KEY,
    text       TEXT NOT NULL,
    author     TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version    BIGINT NOT NULL
);
