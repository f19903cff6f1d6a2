-- SPDX-License-Identifier: Apache-2.0
-- PostgreSQL finds the beginnings of words in the index as it is; its planner only has to know the table.
ANALYZE core_search_document;
