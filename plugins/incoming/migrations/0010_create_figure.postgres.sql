-- SPDX-License-Identifier: Apache-2.0
-- What statistics count an incoming document by, one row for each (docs/decisions/0013). Times are milliseconds; submitted_at, handed_at
-- and started_at are the first time that the document came to stand there. unit_id is the unit that handles it, empty while none does.
CREATE TABLE incoming_figure (
    document_id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    arrived_on TEXT NOT NULL,
    arrival_key BIGINT NOT NULL,
    register_code TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    type_id TEXT NOT NULL,
    issuer_key TEXT NOT NULL,
    channel TEXT NOT NULL,
    entry TEXT NOT NULL,
    signature TEXT NOT NULL,
    is_kept BOOLEAN NOT NULL,
    arrived_at BIGINT NOT NULL,
    registered_at BIGINT NOT NULL,
    submitted_at BIGINT,
    handed_at BIGINT,
    started_at BIGINT,
    completed_at BIGINT
);
-- A day as of its change: the sums of other plugins are as old as the change that they were counted at.
CREATE TABLE incoming_figure_day (
    agency_id TEXT NOT NULL,
    day TEXT NOT NULL,
    change BIGINT NOT NULL,
    PRIMARY KEY (agency_id, day)
);
CREATE INDEX incoming_figure_day_change ON incoming_figure_day (change);

-- Documents of the time before: whether they were registered late is known only of those that certainly were not.
INSERT INTO incoming_figure (document_id, agency_id, arrived_on, arrival_key, register_code, unit_id, type_id, issuer_key, channel, entry,
    signature, is_kept, arrived_at, registered_at, submitted_at, handed_at, started_at, completed_at)
SELECT d.id, d.agency_id, d.arrived_on, d.arrival_key, d.register_code,
    COALESCE((SELECT a.unit_id FROM incoming_assignment a
              WHERE a.document_id = d.id AND a.direction_id = d.direction_id AND a.kind = 'lead' ORDER BY a.position LIMIT 1),
             (SELECT t.to_unit_id FROM incoming_transfer t
              WHERE t.document_id = d.id AND t.kind = 'handle' AND t.state IN ('open', 'done') ORDER BY t.sent_at DESC LIMIT 1), ''),
    d.type_id, d.issuer_key,
    CASE WHEN d.delivery_id IS NOT NULL OR d.verdict IN ('valid', 'indeterminate', 'invalid') THEN 'electronic' ELSE 'paper' END,
    CASE WHEN to_char(to_timestamp(d.registered_at / 1000 + 25200) AT TIME ZONE 'UTC', 'YYYY-MM-DD')
             <= COALESCE(to_char(to_timestamp(y.arrived_at / 1000 + 25200) AT TIME ZONE 'UTC', 'YYYY-MM-DD'), d.arrived_on) THEN 'on_time' ELSE '' END,
    d.verdict, d.state <> 'cancelled',
    COALESCE(y.arrived_at, CASE WHEN to_char(to_timestamp(d.registered_at / 1000 + 25200) AT TIME ZONE 'UTC', 'YYYY-MM-DD') = d.arrived_on THEN d.registered_at
        ELSE CAST(EXTRACT(EPOCH FROM CAST(d.arrived_on AS DATE)) AS BIGINT) * 1000 - 25200000 END),
    d.registered_at, NULL,
    (SELECT MIN(g.given_at) FROM incoming_direction g WHERE g.document_id = d.id),
    NULL, CASE WHEN d.state = 'completed' THEN d.closed_at END
FROM incoming_document d LEFT JOIN incoming_delivery y ON y.id = d.delivery_id;
UPDATE incoming_figure SET handed_at = (SELECT MIN(t.sent_at) FROM incoming_transfer t
                                        WHERE t.document_id = incoming_figure.document_id AND t.kind = 'handle')
WHERE EXISTS (SELECT 1 FROM incoming_transfer t WHERE t.document_id = incoming_figure.document_id AND t.kind = 'handle'
                  AND (incoming_figure.handed_at IS NULL OR t.sent_at < incoming_figure.handed_at));
-- The list that a figure leads to, and the documents of one day, walk this index.
CREATE INDEX incoming_figure_list ON incoming_figure (agency_id, arrived_on, arrival_key, is_kept, unit_id, register_code, type_id, channel,
                                                      entry, signature, issuer_key);
INSERT INTO incoming_figure_day (agency_id, day, change)
SELECT agency_id, arrived_on, ROW_NUMBER() OVER (ORDER BY arrived_on, agency_id) FROM incoming_figure GROUP BY agency_id, arrived_on;
