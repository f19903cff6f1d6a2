-- SPDX-License-Identifier: Apache-2.0
-- Names for content that lies in files/ab/cd/<sha256>. A row is written only after its content is durable.
CREATE TABLE core_file (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    name TEXT NOT NULL,
    media_type TEXT NOT NULL,
    size_bytes BIGINT NOT NULL,
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX core_file_by_content ON core_file (sha256);
