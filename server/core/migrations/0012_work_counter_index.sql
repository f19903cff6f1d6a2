-- SPDX-License-Identifier: Apache-2.0
-- The sums of a desk are read out of this index alone.
CREATE INDEX core_work_counter_open ON core_work_counter (assignee_key, plugin, kind, due_on, open_count);
