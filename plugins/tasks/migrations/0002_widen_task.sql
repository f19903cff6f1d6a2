-- SPDX-License-Identifier: Apache-2.0
-- What reports group by: field (lĩnh vực), leader in charge (lãnh đạo phụ trách) and where the task came from.
ALTER TABLE tasks_task ADD COLUMN field TEXT NOT NULL DEFAULT '';
ALTER TABLE tasks_task ADD COLUMN origin TEXT NOT NULL DEFAULT 'hand';
ALTER TABLE tasks_task ADD COLUMN leader_post_id TEXT NOT NULL DEFAULT '';
-- The day the clock stopped, and the task above whose suspension stopped it (nothing: its own).
ALTER TABLE tasks_task ADD COLUMN suspended_on TEXT;
ALTER TABLE tasks_task ADD COLUMN suspended_with TEXT;

UPDATE tasks_task SET leader_post_id = assigner_post_id WHERE leader_post_id = '';
UPDATE tasks_task SET origin = 'direction' WHERE direction_id IS NOT NULL;

-- Lists run along the deadline; created_at behind the key lets them pass over other periods without reading rows.
CREATE INDEX tasks_task_agency_due ON tasks_task (agency_id, due_sort, id, created_at, is_open);
CREATE INDEX tasks_task_unit_due ON tasks_task (agency_id, unit_id, due_sort, id, created_at);
CREATE INDEX tasks_task_field ON tasks_task (agency_id, field, due_sort, id, created_at);
CREATE INDEX tasks_task_leader ON tasks_task (agency_id, leader_post_id, due_sort, id, created_at);
CREATE INDEX tasks_task_origin ON tasks_task (agency_id, origin, due_sort, id, created_at);
-- The report, and the numbers on the board for a period, read this index alone.
CREATE INDEX tasks_task_report ON tasks_task (agency_id, created_at, unit_id, leader_post_id, field, origin, kind, state, stage, due_on,
                                              original_due_on, judged_on);

-- Fields that were ever used, in the spelling that came first.
CREATE TABLE tasks_field (
    agency_id TEXT NOT NULL,
    folded TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (agency_id, folded)
);

-- Every urging (đôn đốc): by somebody, or by rule with the working days it lay after (negative: before) the deadline.
CREATE TABLE tasks_urging (
    id TEXT PRIMARY KEY,
    task_id TEXT NOT NULL REFERENCES tasks_task (id),
    urged_at BIGINT NOT NULL,
    person_name TEXT NOT NULL,
    note TEXT NOT NULL,
    days_after_due BIGINT
);

CREATE INDEX tasks_urging_task ON tasks_urging (task_id, urged_at, id);
