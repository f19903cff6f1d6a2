-- SPDX-License-Identifier: Apache-2.0
-- Sums of what sources count (docs/decisions/0013): of each day ("d2026-03-05"), month ("m2026-03") and year ("y2026"), by the plugin that
-- counts, its measure, unit, register and value.
CREATE TABLE statistics_cell (
    source TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    measure TEXT NOT NULL,
    period TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    register_code TEXT NOT NULL,
    value TEXT NOT NULL,
    amount BIGINT NOT NULL,
    PRIMARY KEY (source, agency_id, measure, period, unit_id, register_code, value)
);
-- As of which change, and by which rule, a day was counted.
CREATE TABLE statistics_day (
    source TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    day TEXT NOT NULL,
    change BIGINT NOT NULL,
    rule TEXT NOT NULL,
    PRIMARY KEY (source, agency_id, day)
);
-- The last change of a source that the job has seen.
CREATE TABLE statistics_cursor (
    source TEXT PRIMARY KEY,
    change BIGINT NOT NULL
);
