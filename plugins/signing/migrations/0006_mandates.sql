-- SPDX-License-Identifier: Apache-2.0
-- The mandate for whose substitute the file names the signer (empty: the post itself), and what limits of mandates are compared with.
ALTER TABLE signing_request ADD COLUMN mandate_id TEXT NOT NULL DEFAULT '';
ALTER TABLE signing_request ADD COLUMN unit_id TEXT NOT NULL DEFAULT '';
ALTER TABLE signing_request ADD COLUMN document_type TEXT NOT NULL DEFAULT '';
