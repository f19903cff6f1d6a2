-- SPDX-License-Identifier: Apache-2.0
-- Number sequences (Decree 30/2020/NĐ-CP, Art. 15): one counter row per agency, register, year and group, one row per number given.
CREATE TABLE core_register (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    register_id TEXT NOT NULL,
    year BIGINT NOT NULL,
    group_key TEXT NOT NULL,
    last_number BIGINT NOT NULL,
    UNIQUE (agency_id, register_id, year, group_key)
);
CREATE INDEX core_register_by_year ON core_register (year, id);
CREATE TABLE core_register_number (
    register_row_id TEXT NOT NULL REFERENCES core_register (id),
    number BIGINT NOT NULL,
    status TEXT NOT NULL,
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    at BIGINT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (register_row_id, number)
);
