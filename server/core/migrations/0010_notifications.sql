-- SPDX-License-Identifier: Apache-2.0
-- Messages to posts: an id of the message catalogue and its values, put into words when they are read.
CREATE TABLE core_notification (
    id TEXT PRIMARY KEY,
    post_id TEXT NOT NULL,
    plugin TEXT NOT NULL,
    entity_type TEXT NOT NULL,
    entity_id TEXT NOT NULL,
    message_id TEXT NOT NULL,
    params TEXT NOT NULL,
    link TEXT NOT NULL,
    created_at BIGINT NOT NULL,
    read_at BIGINT
);
CREATE INDEX core_notification_by_post ON core_notification (post_id, id);
CREATE INDEX core_notification_unread ON core_notification (post_id, id) WHERE read_at IS NULL;
