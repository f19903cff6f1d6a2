-- SPDX-License-Identifier: Apache-2.0
-- Scanned files whose words are recognised in the background, and how far each has come. The rows stay when the file has become a
-- document and go with a file that is thrown away.
CREATE TABLE incoming_recognition (
    proposal_id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    state TEXT NOT NULL,
    failure TEXT NOT NULL,
    pages_total BIGINT NOT NULL,
    pages_done BIGINT NOT NULL
);
-- One row for each page. `starts` is counted before a page is begun, so that one that ends the server is not begun for ever. `content` is
-- what was recognised (RecognisedPage), until the last page is done.
CREATE TABLE incoming_recognition_page (
    proposal_id TEXT NOT NULL,
    page BIGINT NOT NULL,
    state TEXT NOT NULL,
    starts BIGINT NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (proposal_id, page)
);
-- First pages first: what a clerk waits for stands there.
CREATE INDEX incoming_recognition_queue ON incoming_recognition_page (state, page, proposal_id);

-- Words of a document that were recognised and not written are marked where they are found.
ALTER TABLE incoming_content ADD COLUMN is_recognised BOOLEAN NOT NULL DEFAULT FALSE;
