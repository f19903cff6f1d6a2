-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE signing_check (
    code TEXT PRIMARY KEY,
    entity_plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    issuer_name TEXT NOT NULL,
    number_and_symbol TEXT NOT NULL,
    type_name TEXT NOT NULL,
    document_date TEXT NOT NULL,
    issued_at BIGINT NOT NULL,
    recall_asked_at BIGINT,
    file_id TEXT NOT NULL,
    UNIQUE (entity_plugin, entity_type, entity_id)
);

CREATE TABLE signing_check_print (
    code TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    made_at BIGINT NOT NULL,
    PRIMARY KEY (code, sha256)
);
