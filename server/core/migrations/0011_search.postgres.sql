-- SPDX-License-Identifier: Apache-2.0
-- Documents wait in a queue, because indexing one per commit would hold the writer up.
CREATE TABLE core_search_queue (
    id TEXT PRIMARY KEY,
    removes BOOLEAN NOT NULL,
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    body TEXT NOT NULL,
    date_on TEXT NOT NULL,
    link TEXT NOT NULL,
    access_tokens TEXT NOT NULL
);
-- id = days since 1970 × 2^32 + order of arrival: descending ids are the newest documents first.
CREATE TABLE core_search_document (
    id BIGINT PRIMARY KEY,
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    agency_id TEXT NOT NULL,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    date_on TEXT NOT NULL,
    link TEXT NOT NULL,
    excerpt TEXT NOT NULL,
    folded TEXT NOT NULL,
    access_terms TEXT NOT NULL,
    UNIQUE (plugin, entity_type, entity_id)
);
-- Which index the statements have to speak to, and the order of arrival.
CREATE TABLE core_search_engine (
    name TEXT PRIMARY KEY,
    last_order BIGINT NOT NULL
);
INSERT INTO core_search_engine (name, last_order) VALUES ('tsvector', 0);
CREATE TABLE core_search_index (
    id BIGINT PRIMARY KEY,
    folded TSVECTOR NOT NULL,
    access_terms TSVECTOR NOT NULL
);
CREATE INDEX core_search_index_words ON core_search_index USING GIN (folded, access_terms);
