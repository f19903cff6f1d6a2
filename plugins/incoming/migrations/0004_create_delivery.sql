-- SPDX-License-Identifier: Apache-2.0
-- A document that another agency of this server has sent here. `status` is the code of QCVN 102:2016/BTTTT told to the sender.
CREATE TABLE incoming_delivery (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    version BIGINT NOT NULL,
    state TEXT NOT NULL,
    status TEXT NOT NULL,
    outgoing_document_id TEXT NOT NULL,
    sender_agency_id TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    sender_organ_id TEXT NOT NULL,
    symbol TEXT NOT NULL,
    type_id TEXT NOT NULL,
    type_name TEXT NOT NULL,
    subject TEXT NOT NULL,
    document_date TEXT,
    signer_name TEXT NOT NULL,
    signer_title TEXT NOT NULL,
    urgency TEXT NOT NULL,
    due_on TEXT,
    answers_symbol TEXT NOT NULL,
    pages BIGINT NOT NULL,
    arrived_at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    recall_reason TEXT NOT NULL,
    recall_state TEXT NOT NULL,
    content TEXT NOT NULL,
    verdict TEXT NOT NULL,
    document_id TEXT
);
CREATE INDEX incoming_delivery_queue ON incoming_delivery (agency_id, state, id);
CREATE INDEX incoming_delivery_all ON incoming_delivery (agency_id, id);
CREATE INDEX incoming_delivery_document ON incoming_delivery (document_id);

-- Which status has been told to the sender: each one once.
CREATE TABLE incoming_delivery_status (
    delivery_id TEXT NOT NULL,
    status TEXT NOT NULL,
    told_at BIGINT NOT NULL,
    PRIMARY KEY (delivery_id, status)
);
