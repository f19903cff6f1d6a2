-- SPDX-License-Identifier: Apache-2.0
-- What a post or a unit may see is listed and counted along one index: what orders and groups the document stands beside its token.
ALTER TABLE incoming_access ADD COLUMN agency_id TEXT NOT NULL DEFAULT '';
ALTER TABLE incoming_access ADD COLUMN tab TEXT NOT NULL DEFAULT '';
ALTER TABLE incoming_access ADD COLUMN arrival_key BIGINT NOT NULL DEFAULT 0;
ALTER TABLE incoming_access ADD COLUMN due_key TEXT NOT NULL DEFAULT '';
UPDATE incoming_access SET
    agency_id = (SELECT d.agency_id FROM incoming_document d WHERE d.id = incoming_access.document_id),
    tab = (SELECT d.tab FROM incoming_document d WHERE d.id = incoming_access.document_id),
    arrival_key = (SELECT d.arrival_key FROM incoming_document d WHERE d.id = incoming_access.document_id),
    due_key = (SELECT d.due_key FROM incoming_document d WHERE d.id = incoming_access.document_id);
CREATE INDEX incoming_access_arrival ON incoming_access (token, agency_id, arrival_key, document_id);
CREATE INDEX incoming_access_tab ON incoming_access (token, agency_id, tab, arrival_key, document_id);
CREATE INDEX incoming_access_due ON incoming_access (token, agency_id, tab, due_key, document_id);
