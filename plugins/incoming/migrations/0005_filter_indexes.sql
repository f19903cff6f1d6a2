-- SPDX-License-Identifier: Apache-2.0
-- Every list walks an index that ends in its order; the columns behind the order answer the other filters and the number of hits without
-- going to the document itself.
DROP INDEX incoming_document_issuer;
CREATE INDEX incoming_document_issuer ON incoming_document (agency_id, issuer_key, arrival_key, tab, urgency, arrived_on);
CREATE INDEX incoming_document_issuer_type ON incoming_document (agency_id, issuer_key, type_id, arrival_key, tab, urgency, arrived_on);
CREATE INDEX incoming_document_type ON incoming_document (agency_id, type_id, arrival_key, tab, urgency, arrived_on);
DROP INDEX incoming_document_tab_arrival;
CREATE INDEX incoming_document_tab_arrival ON incoming_document (agency_id, tab, arrival_key, urgency, arrived_on);
