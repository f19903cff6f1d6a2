-- SPDX-License-Identifier: Apache-2.0
-- What a recipient has said, each word with its time; outgoing_recipient holds only the last one.
CREATE TABLE outgoing_delivery_status (
    delivery_id TEXT NOT NULL,
    position BIGINT NOT NULL,
    document_id TEXT NOT NULL,
    status TEXT NOT NULL,
    reason TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (delivery_id, position)
);
CREATE INDEX outgoing_delivery_status_document ON outgoing_delivery_status (document_id, delivery_id, position);
