-- SPDX-License-Identifier: Apache-2.0
-- Attachments are appendices in files of their own: numbered, named, and sealed one by one (Decree 30/2020, App. I).
ALTER TABLE outgoing_attachment ADD COLUMN position BIGINT NOT NULL DEFAULT 0;
ALTER TABLE outgoing_attachment ADD COLUMN title TEXT NOT NULL DEFAULT '';
-- True for a PDF of a document that is sealed from now on; what was sealed or issued before has gone out as it was.
ALTER TABLE outgoing_attachment ADD COLUMN takes_seal BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE outgoing_attachment ADD COLUMN sealed_file_id TEXT;
ALTER TABLE outgoing_attachment ADD COLUMN request_id TEXT;
UPDATE outgoing_attachment SET position = (
    SELECT COUNT(*) FROM outgoing_attachment earlier
    WHERE earlier.document_id = outgoing_attachment.document_id
      AND (earlier.created_at, earlier.file_id) <= (outgoing_attachment.created_at, outgoing_attachment.file_id)
);
CREATE UNIQUE INDEX outgoing_attachment_file ON outgoing_attachment (file_id);
