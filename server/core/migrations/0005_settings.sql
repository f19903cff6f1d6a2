-- SPDX-License-Identifier: Apache-2.0
-- Values that differ from the manifest's default; unit_id '' is the whole system.
CREATE TABLE core_setting (
    setting_key TEXT NOT NULL,
    unit_id TEXT NOT NULL,
    value TEXT NOT NULL,
    PRIMARY KEY (setting_key, unit_id)
);
