-- SPDX-License-Identifier: Apache-2.0
-- The address book. Entries of the root agency are everybody's, those of any other agency its own.
CREATE TABLE outgoing_contact (
    id TEXT PRIMARY KEY,
    owner_agency_id TEXT NOT NULL,
    organ_id TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    parent_name TEXT NOT NULL,
    group_name TEXT NOT NULL,
    email TEXT NOT NULL,
    postal_address TEXT NOT NULL,
    phone TEXT NOT NULL,
    valid_from TEXT,
    valid_until TEXT,
    successor_id TEXT,
    changed_by_name TEXT NOT NULL,
    changed_at BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX outgoing_contact_code ON outgoing_contact (owner_agency_id, organ_id) WHERE organ_id <> '';
CREATE INDEX outgoing_contact_order ON outgoing_contact (owner_agency_id, sort_key, id);
CREATE INDEX outgoing_contact_group ON outgoing_contact (owner_agency_id, group_name, sort_key, id);
CREATE INDEX outgoing_contact_successor ON outgoing_contact (successor_id) WHERE successor_id IS NOT NULL;

-- How a recipient is reached. Name, code and addresses are those of the day of the draft, brought up to date when it is issued.
ALTER TABLE outgoing_recipient ADD COLUMN contact_id TEXT;
ALTER TABLE outgoing_recipient ADD COLUMN carriage TEXT NOT NULL DEFAULT 'electronic';
ALTER TABLE outgoing_recipient ADD COLUMN copies BIGINT NOT NULL DEFAULT 1;
ALTER TABLE outgoing_recipient ADD COLUMN organ_id TEXT NOT NULL DEFAULT '';
ALTER TABLE outgoing_recipient ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE outgoing_recipient ADD COLUMN postal_address TEXT NOT NULL DEFAULT '';
CREATE INDEX outgoing_recipient_contact ON outgoing_recipient (contact_id) WHERE contact_id IS NOT NULL;

-- Mails on their way and how far each has come.
CREATE TABLE outgoing_mail (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    delivery_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    about_id TEXT NOT NULL,
    state TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    next_at BIGINT NOT NULL,
    outcome TEXT NOT NULL,
    reply TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL,
    sent_at BIGINT
);
CREATE INDEX outgoing_mail_due ON outgoing_mail (state, next_at, id);
CREATE INDEX outgoing_mail_state ON outgoing_mail (agency_id, state, changed_at, id);
CREATE INDEX outgoing_mail_agency ON outgoing_mail (agency_id, changed_at, id);
CREATE INDEX outgoing_mail_document ON outgoing_mail (document_id, created_at, id);

-- The unguessable link by which a recipient of a mail confirms it.
CREATE TABLE outgoing_receipt (
    token TEXT PRIMARY KEY,
    document_id TEXT NOT NULL,
    delivery_id TEXT NOT NULL,
    confirmed_by TEXT NOT NULL,
    confirmed_at BIGINT,
    created_at BIGINT NOT NULL,
    UNIQUE (delivery_id)
);

-- Paper that is handed over, and the lists it is handed over with.
CREATE TABLE outgoing_paper_item (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    document_id TEXT NOT NULL,
    delivery_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    about_id TEXT NOT NULL,
    copies BIGINT NOT NULL,
    state TEXT NOT NULL,
    list_id TEXT,
    envelope BIGINT NOT NULL,
    note TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    changed_at BIGINT NOT NULL
);
CREATE INDEX outgoing_paper_item_state ON outgoing_paper_item (agency_id, state, created_at, id);
CREATE INDEX outgoing_paper_item_list ON outgoing_paper_item (list_id, envelope, id);
CREATE INDEX outgoing_paper_item_document ON outgoing_paper_item (document_id, created_at, id);

CREATE TABLE outgoing_paper_list (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    year BIGINT NOT NULL,
    number BIGINT,
    way TEXT NOT NULL,
    carrier TEXT NOT NULL,
    note TEXT NOT NULL,
    handed_on TEXT,
    received_by TEXT NOT NULL,
    handed_by_name TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    version BIGINT NOT NULL,
    UNIQUE (agency_id, year, number)
);
CREATE INDEX outgoing_paper_list_order ON outgoing_paper_list (agency_id, created_at, id);
CREATE INDEX outgoing_paper_list_day ON outgoing_paper_list (agency_id, way, handed_on, number);
