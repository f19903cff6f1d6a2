-- SPDX-License-Identifier: Apache-2.0
-- A day on which tasks were given (counted from 1970-01-01 in Viet Nam) as of its change: the sums that other plugins keep are as old as
-- the change that they were counted at (docs/decisions/0013).
CREATE TABLE tasks_figure_day (
    agency_id TEXT NOT NULL,
    day BIGINT NOT NULL,
    change BIGINT NOT NULL,
    PRIMARY KEY (agency_id, day)
);
CREATE INDEX tasks_figure_day_change ON tasks_figure_day (change);

INSERT INTO tasks_figure_day (agency_id, day, change)
SELECT g.agency_id, g.day, ROW_NUMBER() OVER (ORDER BY g.day, g.agency_id)
FROM (SELECT DISTINCT agency_id, (created_at + 25200000) / 86400000 AS day FROM tasks_task) g;
