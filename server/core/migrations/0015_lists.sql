-- SPDX-License-Identifier: Apache-2.0
-- What a person has arranged for lists: named filters and the columns that a table shows. Lists are "<plugin>.<list>" of the manifests; address
-- and query are JSON objects of texts, keys are joined by commas.
CREATE TABLE core_saved_search (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES core_person (id),
    list TEXT NOT NULL,
    name TEXT NOT NULL,
    address TEXT NOT NULL,
    query TEXT NOT NULL,
    place BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX core_saved_search_by_name ON core_saved_search (person_id, list, name);
CREATE INDEX core_saved_search_by_place ON core_saved_search (person_id, place, id);

CREATE TABLE core_list_columns (
    person_id TEXT NOT NULL REFERENCES core_person (id),
    list TEXT NOT NULL,
    column_keys TEXT NOT NULL,
    PRIMARY KEY (person_id, list)
);
