-- SPDX-License-Identifier: Apache-2.0
-- Work items. assignee_key is "post:<id>" or "unit:<id>:<permission>". Ids ascend in time, so lists are ordered by id.
CREATE TABLE core_work_item (
    id TEXT PRIMARY KEY,
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    assignee_key TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    from_name TEXT NOT NULL,
    urgency TEXT NOT NULL,
    due_on TEXT,
    link TEXT NOT NULL,
    folded TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    done_at BIGINT,
    reminded_of TEXT NOT NULL
);
-- The same entity, kind and assignee is open at most once.
CREATE UNIQUE INDEX core_work_item_open_once ON core_work_item (entity_id, kind, assignee_key, plugin, entity_type) WHERE done_at IS NULL;
CREATE INDEX core_work_item_open ON core_work_item (assignee_key, id) WHERE done_at IS NULL;
CREATE INDEX core_work_item_open_by_kind ON core_work_item (assignee_key, kind, id) WHERE done_at IS NULL;
CREATE INDEX core_work_item_open_by_due ON core_work_item (assignee_key, due_on, id) WHERE done_at IS NULL AND due_on IS NOT NULL;
CREATE INDEX core_work_item_done ON core_work_item (assignee_key, done_at, id) WHERE done_at IS NOT NULL;
CREATE INDEX core_work_item_due ON core_work_item (due_on, id) WHERE done_at IS NULL AND due_on IS NOT NULL;

-- How many items are open, per assignee, kind and deadline ('' without one): changed in the transaction that changes the items.
CREATE TABLE core_work_counter (
    assignee_key TEXT NOT NULL,
    plugin TEXT NOT NULL,
    kind TEXT NOT NULL,
    due_on TEXT NOT NULL,
    open_count BIGINT NOT NULL,
    PRIMARY KEY (assignee_key, plugin, kind, due_on)
);

-- Which open items a person has read, and how many of them per assignee and plugin. Rows go when the item is done.
CREATE TABLE core_work_read (
    item_id TEXT NOT NULL,
    person_id TEXT NOT NULL,
    PRIMARY KEY (item_id, person_id)
);
CREATE TABLE core_work_read_counter (
    person_id TEXT NOT NULL,
    assignee_key TEXT NOT NULL,
    plugin TEXT NOT NULL,
    read_count BIGINT NOT NULL,
    PRIMARY KEY (person_id, assignee_key, plugin)
);

-- Permissions that items of "everybody of a unit with …" have named so far: a caller's keys are made of these only.
CREATE TABLE core_work_permission (
    permission TEXT PRIMARY KEY
);
