-- SPDX-License-Identifier: Apache-2.0
-- Named registers of an agency (Decree 30/2020/NĐ-CP, Art. 22) beside the common one, whose code is 'chung'. A register of secret
-- documents holds metadata only.
CREATE TABLE incoming_register (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    code TEXT NOT NULL,
    version BIGINT NOT NULL,
    name TEXT NOT NULL,
    type_ids TEXT NOT NULL,
    is_secret BOOLEAN NOT NULL,
    is_active BOOLEAN NOT NULL,
    position BIGINT NOT NULL,
    UNIQUE (agency_id, code)
);
-- Numbers kept free for documents that come later: reserved, then used or voided.
CREATE TABLE incoming_reservation (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    register_code TEXT NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL,
    request_key TEXT NOT NULL,
    post_id TEXT NOT NULL,
    person_name TEXT NOT NULL,
    reserved_at BIGINT NOT NULL,
    document_id TEXT,
    ended_at BIGINT,
    end_reason TEXT NOT NULL,
    UNIQUE (agency_id, register_code, year, number)
);
CREATE UNIQUE INDEX incoming_reservation_request ON incoming_reservation (agency_id, request_key);

ALTER TABLE incoming_document ADD COLUMN register_code TEXT NOT NULL DEFAULT 'chung';
ALTER TABLE incoming_document ADD COLUMN secrecy TEXT NOT NULL DEFAULT 'none';
ALTER TABLE incoming_document ADD COLUMN back_date_reason TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX incoming_document_number ON incoming_document (agency_id, register_code, arrival_year, arrival_number);
-- The list of a register walks this index in its order.
CREATE INDEX incoming_document_register ON incoming_document (agency_id, register_code, arrival_key, tab, urgency, arrived_on);
-- Counting by source and period reads this index alone.
CREATE INDEX incoming_document_period ON incoming_document (agency_id, arrived_on, issuer_key, state);

-- A document handed to a unit or a person without a direction ('handle'), or shown for information ('inform', để biết).
CREATE TABLE incoming_transfer (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT NOT NULL,
    from_post_id TEXT NOT NULL,
    from_name TEXT NOT NULL,
    from_title TEXT NOT NULL,
    to_unit_id TEXT,
    to_post_id TEXT,
    to_name TEXT NOT NULL,
    note TEXT NOT NULL,
    due_on TEXT,
    sent_at BIGINT NOT NULL,
    ended_at BIGINT,
    end_note TEXT NOT NULL,
    previous_id TEXT
);
CREATE INDEX incoming_transfer_document ON incoming_transfer (document_id, sent_at, id);
-- Who has opened what was transferred to him, and when.
CREATE TABLE incoming_receipt (
    transfer_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    person_name TEXT NOT NULL,
    post_title TEXT NOT NULL,
    read_at BIGINT NOT NULL,
    PRIMARY KEY (transfer_id, person_id)
);
-- Why a token stands in incoming_access: 'direction', or the id of a transfer. A token without a source is taken away.
CREATE TABLE incoming_access_source (
    document_id TEXT NOT NULL,
    token TEXT NOT NULL,
    source TEXT NOT NULL,
    PRIMARY KEY (document_id, token, source)
);
INSERT INTO incoming_access_source (document_id, token, source) SELECT document_id, token, 'direction' FROM incoming_access;

-- To whom the clerks have submitted documents of an issuer and a field: what the next one is proposed by.
CREATE TABLE incoming_route_habit (
    agency_id TEXT NOT NULL,
    issuer_key TEXT NOT NULL,
    field TEXT NOT NULL,
    post_id TEXT NOT NULL,
    times BIGINT NOT NULL,
    last_at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, issuer_key, field, post_id)
);

-- Categories of senders; an agency without rows has the built-in ones.
CREATE TABLE incoming_sender_category (
    agency_id TEXT NOT NULL,
    id TEXT NOT NULL,
    name TEXT NOT NULL,
    position BIGINT NOT NULL,
    PRIMARY KEY (agency_id, id)
);
ALTER TABLE incoming_issuer ADD COLUMN category TEXT NOT NULL DEFAULT '';
CREATE INDEX incoming_issuer_category ON incoming_issuer (agency_id, category, issuer_key);

-- Documents that this agency issued in reply.
CREATE TABLE incoming_reply (
    document_id TEXT NOT NULL,
    outgoing_id TEXT NOT NULL,
    symbol TEXT NOT NULL,
    issued_on TEXT,
    PRIMARY KEY (document_id, outgoing_id)
);
