-- SPDX-License-Identifier: Apache-2.0
-- Units, people, posts, roles and the rules of the unit gate. Dates are TEXT YYYY-MM-DD, times BIGINT milliseconds UTC.
CREATE TABLE core_unit (
    id TEXT PRIMARY KEY,
    parent_id TEXT REFERENCES core_unit (id),
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    short_name TEXT NOT NULL,
    code TEXT NOT NULL,
    abbreviation TEXT NOT NULL,
    organ_id TEXT NOT NULL,
    place TEXT NOT NULL,
    superior_name TEXT NOT NULL,
    status TEXT NOT NULL,
    sort_order BIGINT NOT NULL,
    sort_key TEXT NOT NULL,
    folded TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE UNIQUE INDEX core_unit_by_organ_id ON core_unit (organ_id) WHERE organ_id <> '' AND status = 'active';
CREATE INDEX core_unit_by_parent ON core_unit (parent_id, sort_order, sort_key);

CREATE TABLE core_person (
    id TEXT PRIMARY KEY,
    agency_id TEXT NOT NULL,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    sort_key TEXT NOT NULL,
    username TEXT NOT NULL,
    username_key TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    password_hash TEXT NOT NULL,
    must_change_password BOOLEAN NOT NULL,
    status TEXT NOT NULL,
    locale TEXT NOT NULL,
    theme TEXT NOT NULL,
    density TEXT NOT NULL,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX core_person_by_name ON core_person (sort_key, id);

CREATE TABLE core_role (
    id TEXT PRIMARY KEY,
    name_vi TEXT NOT NULL,
    name_en TEXT NOT NULL,
    built_in BOOLEAN NOT NULL,
    sort_order BIGINT NOT NULL,
    version BIGINT NOT NULL
);
CREATE TABLE core_role_permission (
    role_id TEXT NOT NULL REFERENCES core_role (id),
    permission TEXT NOT NULL,
    PRIMARY KEY (role_id, permission)
);
-- Permissions whose default roles have been granted once: what an administrator takes away stays away.
CREATE TABLE core_permission_seen (
    permission TEXT PRIMARY KEY
);

CREATE TABLE core_post (
    id TEXT PRIMARY KEY,
    person_id TEXT NOT NULL REFERENCES core_person (id),
    unit_id TEXT NOT NULL REFERENCES core_unit (id),
    title TEXT NOT NULL,
    is_main BOOLEAN NOT NULL,
    from_on TEXT NOT NULL,
    until_on TEXT,
    version BIGINT NOT NULL,
    created_at BIGINT NOT NULL
);
CREATE INDEX core_post_by_person ON core_post (person_id, id);
CREATE INDEX core_post_by_unit ON core_post (unit_id, id);
CREATE TABLE core_post_role (
    post_id TEXT NOT NULL REFERENCES core_post (id),
    role_id TEXT NOT NULL REFERENCES core_role (id),
    PRIMARY KEY (post_id, role_id)
);

CREATE TABLE core_plugin_rule (
    unit_id TEXT NOT NULL REFERENCES core_unit (id),
    plugin_id TEXT NOT NULL,
    rule TEXT NOT NULL,
    from_on TEXT,
    until_on TEXT,
    reason TEXT NOT NULL,
    PRIMARY KEY (unit_id, plugin_id)
);

-- Raised with every change of the tables above, so that another process notices what it has to read again.
CREATE TABLE core_revision (
    name TEXT PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO core_revision (name, value) VALUES ('organisation', 1), ('settings', 1), ('calendar', 1), ('sessions', 1);

INSERT INTO core_role (id, name_vi, name_en, built_in, sort_order, version) VALUES
    ('chair', 'Lãnh đạo cơ quan', 'Chair or deputy chair', TRUE, 1, 1),
    ('office-head', 'Chánh văn phòng', 'Head of office', TRUE, 2, 1),
    ('head', 'Trưởng phòng', 'Head of division', TRUE, 3, 1),
    ('handler', 'Chuyên viên', 'Handling officer', TRUE, 4, 1),
    ('clerk', 'Văn thư', 'Registry clerk', TRUE, 5, 1),
    ('administrator', 'Quản trị hệ thống', 'Administrator', TRUE, 6, 1);
