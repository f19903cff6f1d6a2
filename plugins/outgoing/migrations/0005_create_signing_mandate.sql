-- SPDX-License-Identifier: Apache-2.0
-- Documents whose signer block names a substitute: by which mandate. No row: it names the holder of the signer's post.
CREATE TABLE outgoing_signing_mandate (
    document_id TEXT PRIMARY KEY,
    mandate_id TEXT NOT NULL
);
