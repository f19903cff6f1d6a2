-- SPDX-License-Identifier: Apache-2.0
-- The task code of another system (edXML TaskCode): by it a task is taken over once, kept up to date and reported back.
ALTER TABLE tasks_task ADD COLUMN external_code TEXT;
-- The deadline its last file said: only another one moves the deadline here.
ALTER TABLE tasks_task ADD COLUMN external_due_on TEXT;

CREATE UNIQUE INDEX tasks_task_external ON tasks_task (agency_id, external_code);
