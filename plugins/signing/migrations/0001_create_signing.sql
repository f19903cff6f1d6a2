-- SPDX-License-Identifier: Apache-2.0
CREATE TABLE signing_key (
    id TEXT PRIMARY KEY,
    owner_kind TEXT NOT NULL,
    person_id TEXT,
    agency_id TEXT NOT NULL,
    label TEXT NOT NULL,
    certificate_pem TEXT NOT NULL,
    chain_pem TEXT NOT NULL,
    sealed_hex TEXT NOT NULL,
    subject TEXT NOT NULL,
    issuer TEXT NOT NULL,
    serial TEXT NOT NULL,
    not_before BIGINT NOT NULL,
    not_after BIGINT NOT NULL,
    image_file_id TEXT,
    failed_attempts BIGINT NOT NULL,
    state TEXT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX signing_key_person ON signing_key (person_id, created_at, id);
CREATE INDEX signing_key_agency ON signing_key (agency_id, owner_kind, created_at, id);

CREATE TABLE signing_request (
    id TEXT PRIMARY KEY,
    entity_plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    signer_kind TEXT NOT NULL,
    signer_post_id TEXT NOT NULL,
    file_id TEXT NOT NULL,
    field_name TEXT NOT NULL,
    placement_json TEXT NOT NULL,
    fields_json TEXT NOT NULL,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    urgency TEXT NOT NULL,
    submitted_by_name TEXT NOT NULL,
    link TEXT NOT NULL,
    state TEXT NOT NULL,
    level TEXT NOT NULL,
    note TEXT NOT NULL,
    signed_file_id TEXT,
    created_at BIGINT NOT NULL,
    decided_at BIGINT
);
CREATE INDEX signing_request_post ON signing_request (signer_post_id, state, created_at, id);
CREATE INDEX signing_request_agency ON signing_request (agency_id, signer_kind, state, created_at, id);
CREATE INDEX signing_request_entity ON signing_request (entity_plugin, entity_type, entity_id, state);

CREATE TABLE signing_root (
    id TEXT PRIMARY KEY,
    world TEXT NOT NULL,
    subject TEXT NOT NULL,
    certificate_pem TEXT NOT NULL,
    fingerprint TEXT NOT NULL UNIQUE,
    not_after BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
