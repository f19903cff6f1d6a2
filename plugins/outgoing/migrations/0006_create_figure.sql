-- SPDX-License-Identifier: Apache-2.0
-- What statistics count an issued document by, one row for each (docs/decisions/0013). Times are milliseconds.
CREATE TABLE outgoing_figure (
    document_id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    form_id TEXT NOT NULL,
    number_group TEXT NOT NULL,
    channel TEXT NOT NULL,
    sending TEXT NOT NULL,
    person_signature TEXT NOT NULL,
    agency_signature TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    signed_at BIGINT,
    numbered_at BIGINT,
    sealed_at BIGINT,
    issued_at BIGINT NOT NULL
);
-- A day (counted from 1970-01-01 in Viet Nam) as of its change: the sums of other plugins are as old as the change they were counted at.
CREATE TABLE outgoing_figure_day (
    agency_id TEXT NOT NULL,
    day BIGINT NOT NULL,
    change BIGINT NOT NULL,
    PRIMARY KEY (agency_id, day)
);
CREATE INDEX outgoing_figure_day_change ON outgoing_figure_day (change);

-- Documents of the time before: whether they were sent late is known only of those that certainly were not.
INSERT INTO outgoing_figure (document_id, agency_id, unit_id, form_id, number_group, channel, sending, person_signature, agency_signature,
    created_at, signed_at, numbered_at, sealed_at, issued_at)
SELECT d.id, d.agency_id, d.unit_id, d.form_id, d.number_group,
    CASE WHEN EXISTS (SELECT 1 FROM outgoing_recipient r WHERE r.document_id = d.id) THEN 'electronic' ELSE 'paper' END,
    CASE WHEN (d.issued_at + 25200000) / 86400000
             <= (d.signed_at + 25200000) / 86400000 + CASE WHEN d.urgency = 'normal' THEN 1 ELSE 0 END THEN 'on_time' ELSE '' END,
    CASE WHEN d.signed_at IS NULL THEN 'no' ELSE 'yes' END,
    CASE WHEN EXISTS (SELECT 1 FROM outgoing_revision v WHERE v.document_id = d.id AND v.kind = 'sealed') THEN 'yes' ELSE 'no' END,
    d.created_at, d.signed_at,
    (SELECT n.at FROM outgoing_number n WHERE n.agency_id = d.agency_id AND n.year = CAST(substr(d.document_date, 1, 4) AS BIGINT)
         AND n.group_key = d.number_group AND n.number = d.number),
    (SELECT MAX(v.created_at) FROM outgoing_revision v WHERE v.document_id = d.id AND v.kind = 'sealed'),
    d.issued_at
FROM outgoing_document d WHERE d.issued_at IS NOT NULL AND d.state IN ('issued', 'recalling', 'recalled');
-- The list that a figure leads to, and the documents of one day, walk this index.
CREATE INDEX outgoing_figure_list ON outgoing_figure (agency_id, issued_at, document_id, unit_id, form_id, number_group, channel, sending,
                                                      person_signature, agency_signature);
INSERT INTO outgoing_figure_day (agency_id, day, change)
SELECT g.agency_id, g.day, ROW_NUMBER() OVER (ORDER BY g.day, g.agency_id)
FROM (SELECT DISTINCT agency_id, (issued_at + 25200000) / 86400000 AS day FROM outgoing_figure) g;
