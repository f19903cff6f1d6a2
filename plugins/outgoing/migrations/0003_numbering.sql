-- SPDX-License-Identifier: Apache-2.0
-- Rules of number and symbol with the day they are in force from.
CREATE TABLE outgoing_symbol_rule (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    applies_to TEXT NOT NULL,
    pattern TEXT NOT NULL,
    issuer TEXT NOT NULL,
    effective_from TEXT NOT NULL,
    note TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    UNIQUE (agency_id, applies_to, effective_from)
);

-- One sequence for all or grouped by type, with the year it counts from (Decree 30/2020, Art. 15).
CREATE TABLE outgoing_numbering (
    agency_id TEXT NOT NULL,
    from_year BIGINT NOT NULL,
    numbering TEXT NOT NULL,
    groups_json TEXT NOT NULL,
    decision TEXT NOT NULL,
    created_by_name TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, from_year)
);

-- The register of outgoing documents: every number once, whatever became of it.
CREATE TABLE outgoing_number (
    agency_id TEXT NOT NULL,
    year BIGINT NOT NULL,
    group_key TEXT NOT NULL,
    number BIGINT NOT NULL,
    status TEXT NOT NULL,
    number_and_symbol TEXT NOT NULL,
    document_id TEXT,
    document_date TEXT,
    reason TEXT NOT NULL,
    by_name TEXT NOT NULL,
    at BIGINT NOT NULL,
    PRIMARY KEY (agency_id, year, group_key, number)
);
CREATE INDEX outgoing_number_status ON outgoing_number (agency_id, status, year, group_key, number);
CREATE INDEX outgoing_number_day ON outgoing_number (agency_id, document_date, group_key, number);
CREATE INDEX outgoing_number_symbol ON outgoing_number (agency_id, year, number_and_symbol);

INSERT INTO outgoing_number (agency_id, year, group_key, number, status, number_and_symbol, document_id, document_date, reason, by_name, at)
SELECT agency_id, CAST(substr(document_date, 1, 4) AS BIGINT), number_group, number, 'used', number_and_symbol, id, document_date, '', '', updated_at
FROM outgoing_document WHERE number IS NOT NULL AND document_date IS NOT NULL;

-- A sequence has no gaps: a number that no document has was taken back.
WITH RECURSIVE given (agency_id, year, group_key, number, last_number) AS (
    SELECT agency_id, year, group_key, CAST(1 AS BIGINT), MAX(number) FROM outgoing_number GROUP BY agency_id, year, group_key
    UNION ALL
    SELECT agency_id, year, group_key, number + 1, last_number FROM given WHERE number < last_number
)
INSERT INTO outgoing_number (agency_id, year, group_key, number, status, number_and_symbol, document_id, document_date, reason, by_name, at)
SELECT g.agency_id, g.year, g.group_key, g.number, 'cancelled', '', NULL, NULL, '', '', 0
FROM given g
WHERE NOT EXISTS (
    SELECT 1 FROM outgoing_number n
    WHERE n.agency_id = g.agency_id AND n.year = g.year AND n.group_key = g.group_key AND n.number = g.number
);
