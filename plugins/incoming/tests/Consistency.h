// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"

#include <string>
#include <vector>

namespace congvu::incoming {

/// What "one consistent state" means, as statements about the database; each broken one with the document it is broken for. Nothing here
/// knows in which order anything was done.
///
/// 1. The open work item of a document is the one that its state asks for, with the assignee that the document names; no other is open.
/// 2. Exactly one transfer is open for handling while the document is "transferred", none otherwise.
/// 3. One direction is in force while the document is directed or in work, and it is the one that the document names; none before.
/// 4. The tokens of incoming_access are exactly those of its sources; a source is the direction in force or a transfer that was neither
///    recalled nor returned; whoever is assigned or holds the document has his token.
/// 5. Every counter equals what it counts: tabs, work items.
/// 6. The history of a document is its audit, act for act; the first act is the registration and there is one of it.
/// 7. Numbers of the register are 1 … n, each once, and a document has the number that the register gave it.
/// 8. What statistics count of a document is what the document says, and its day is among the days that statistics know.
inline std::vector<std::string> inconsistencies(db::Db& db) {
    struct Rule {
        const char* says;
        const char* finds;  ///< one row for each document (or counter) that breaks it
    };
    static const std::vector<Rule> rules{
        {"1: the open work item is not the one that the state asks for", R"sql(
            SELECT d.id || ' ' || d.state FROM incoming_document d
            LEFT JOIN incoming_transfer t ON t.document_id = d.id AND t.kind = 'handle' AND t.state = 'open'
            WHERE (SELECT COUNT(*) FROM core_work_item w WHERE w.plugin = 'incoming' AND w.entity_type = 'document' AND w.entity_id = d.id
                      AND w.done_at IS NULL) <> CASE WHEN d.tab = 'waiting' OR d.state = 'transferred' THEN 1 ELSE 0 END
               OR (d.state IN ('registered', 'returned') AND NOT EXISTS (SELECT 1 FROM core_work_item w WHERE w.entity_id = d.id
                      AND w.done_at IS NULL AND w.kind = 'incoming.submit'
                      AND w.assignee_key = 'unit:' || d.agency_id || ':incoming.register'))
               OR (d.state = 'submitted' AND NOT EXISTS (SELECT 1 FROM core_work_item w WHERE w.entity_id = d.id AND w.done_at IS NULL
                      AND w.kind = 'incoming.direct' AND w.assignee_key = 'post:' || d.submitted_to_post_id))
               OR (d.state = 'transferred' AND NOT EXISTS (SELECT 1 FROM core_work_item w WHERE w.entity_id = d.id AND w.done_at IS NULL
                      AND w.kind = 'incoming.handle' AND w.assignee_key IN ('post:' || COALESCE(t.to_post_id, ''),
                          'unit:' || COALESCE(t.to_unit_id, '') || ':incoming.transfer'))))sql"},
        {"2: not exactly one holder", R"sql(
            SELECT d.id || ' ' || d.state FROM incoming_document d
            WHERE (SELECT COUNT(*) FROM incoming_transfer t WHERE t.document_id = d.id AND t.kind = 'handle' AND t.state = 'open')
               <> CASE WHEN d.state = 'transferred' THEN 1 ELSE 0 END)sql"},
        {"3: the direction in force is not the document's", R"sql(
            SELECT d.id || ' ' || d.state FROM incoming_document d
            WHERE (SELECT COUNT(*) FROM incoming_direction g WHERE g.document_id = d.id AND g.withdrawn_at IS NULL)
                   <> CASE WHEN d.direction_id IS NULL THEN 0 ELSE 1 END
               OR (d.direction_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM incoming_direction g WHERE g.id = d.direction_id
                       AND g.document_id = d.id AND g.withdrawn_at IS NULL))
               OR (d.state IN ('directed', 'in_work') AND d.direction_id IS NULL)
               OR (d.state IN ('registered', 'submitted', 'returned', 'transferred', 'cancelled', 'recalled')
                   AND d.direction_id IS NOT NULL))sql"},
        {"4: a token without a source, or a source without its token", R"sql(
            SELECT a.document_id || ' ' || a.token FROM incoming_access a WHERE NOT EXISTS (SELECT 1 FROM incoming_access_source s
                WHERE s.document_id = a.document_id AND s.token = a.token)
            UNION ALL SELECT s.document_id || ' ' || s.token FROM incoming_access_source s WHERE NOT EXISTS (SELECT 1 FROM incoming_access a
                WHERE a.document_id = s.document_id AND a.token = s.token))sql"},
        {"4: a source that does not stand", R"sql(
            SELECT s.document_id || ' ' || s.source FROM incoming_access_source s JOIN incoming_document d ON d.id = s.document_id
            WHERE (s.source = 'direction' AND d.direction_id IS NULL)
               OR (s.source <> 'direction' AND NOT EXISTS (SELECT 1 FROM incoming_transfer t WHERE t.id = s.source
                   AND t.document_id = s.document_id AND t.state NOT IN ('recalled', 'returned'))))sql"},
        {"4: somebody assigned or holding without his token", R"sql(
            SELECT d.id FROM incoming_document d JOIN incoming_assignment g ON g.direction_id = d.direction_id AND g.document_id = d.id
            WHERE NOT EXISTS (SELECT 1 FROM incoming_access a WHERE a.document_id = d.id
                AND a.token = CASE WHEN g.unit_id IS NULL THEN 'post:' || g.post_id ELSE 'unit:' || g.unit_id END)
            UNION ALL SELECT t.document_id FROM incoming_transfer t WHERE t.state NOT IN ('recalled', 'returned')
                AND NOT EXISTS (SELECT 1 FROM incoming_access a WHERE a.document_id = t.document_id
                AND a.token = CASE WHEN t.to_unit_id IS NULL THEN 'post:' || t.to_post_id ELSE 'unit:' || t.to_unit_id END))sql"},
        {"4: a copy in incoming_access is not its document's", R"sql(
            SELECT a.document_id FROM incoming_access a JOIN incoming_document d ON d.id = a.document_id
            WHERE a.tab <> d.tab OR a.due_key <> d.due_key OR a.arrival_key <> d.arrival_key OR a.agency_id <> d.agency_id)sql"},
        {"5: a tab's counter", R"sql(
            SELECT c.agency_id || ' ' || c.name FROM incoming_counter c WHERE c.name IN ('waiting', 'in_work', 'done', 'stopped') AND c.value <>
                (SELECT COUNT(*) FROM incoming_document d WHERE d.agency_id = c.agency_id AND d.tab = c.name))sql"},
        {"5: a counter of open work", R"sql(
            SELECT c.assignee_key || ' ' || c.kind FROM core_work_counter c WHERE c.open_count <> (SELECT COUNT(*) FROM core_work_item w
                WHERE w.assignee_key = c.assignee_key AND w.plugin = c.plugin AND w.kind = c.kind AND w.done_at IS NULL
                AND COALESCE(w.due_on, '') = c.due_on))sql"},
        {"6: history and audit differ", R"sql(
            SELECT d.id FROM incoming_document d
            WHERE (SELECT COUNT(*) FROM core_timeline t WHERE t.plugin = 'incoming' AND t.entity_id = d.id)
                <> (SELECT COUNT(*) FROM core_audit a WHERE a.plugin = 'incoming' AND a.entity_id = d.id)
            UNION ALL SELECT t.entity_id FROM core_timeline t WHERE t.plugin = 'incoming' AND t.entity_type = 'document'
                AND NOT EXISTS (SELECT 1 FROM core_audit a WHERE a.entity_id = t.entity_id
                AND t.act = REPLACE(a.act, 'incoming.', 'incoming.act.'))
            UNION ALL SELECT d.id FROM incoming_document d WHERE (SELECT COUNT(*) FROM core_audit a WHERE a.entity_id = d.id
                AND a.act = 'incoming.registered') <> 1)sql"},
        {"6: the chain of the audit is broken", R"sql(
            SELECT CAST(a.seq AS TEXT) FROM core_audit a JOIN core_audit b ON b.seq = a.seq + 1 WHERE b.previous_hash <> a.hash)sql"},
        {"7: a number is missing, doubled or not the document's", R"sql(
            SELECT r.id FROM core_register r WHERE r.register_id = 'incoming' AND (
                r.last_number <> (SELECT COUNT(*) FROM core_register_number n WHERE n.register_row_id = r.id)
                OR r.last_number <> (SELECT COUNT(DISTINCT n.number) FROM core_register_number n WHERE n.register_row_id = r.id
                    AND n.number BETWEEN 1 AND r.last_number))
            UNION ALL SELECT d.id FROM incoming_document d WHERE NOT EXISTS (SELECT 1 FROM core_register_number n WHERE n.entity_id = d.id
                AND n.number = d.arrival_number AND n.status = CASE WHEN d.state = 'cancelled' THEN 'cancelled' ELSE 'used' END))sql"},
        {"8: what statistics count is not the document's", R"sql(
            SELECT d.id || ' ' || d.state FROM incoming_document d LEFT JOIN incoming_figure f ON f.document_id = d.id
            WHERE f.document_id IS NULL OR f.agency_id <> d.agency_id OR f.arrived_on <> d.arrived_on OR f.arrival_key <> d.arrival_key
               OR f.register_code <> d.register_code OR f.type_id <> d.type_id OR f.issuer_key <> d.issuer_key OR f.signature <> d.verdict
               OR f.is_kept <> (d.state <> 'cancelled') OR (f.completed_at IS NULL) <> (d.state <> 'completed')
               OR (d.state = 'submitted' AND f.submitted_at IS NULL) OR (d.state = 'in_work' AND f.started_at IS NULL)
               OR (d.state IN ('directed', 'transferred') AND f.handed_at IS NULL)
               OR (d.state IN ('registered', 'submitted', 'returned') AND f.unit_id <> '')
            UNION ALL SELECT d.id FROM incoming_document d WHERE NOT EXISTS (SELECT 1 FROM incoming_figure_day y
                WHERE y.agency_id = d.agency_id AND y.day = d.arrived_on))sql"},
    };
    std::vector<std::string> broken;
    db.read([&](db::Reader& reader) {
        for (const auto& rule : rules) {
            reader.query(rule.finds, {}, [&](const db::Row& row) { broken.push_back(std::string{rule.says} + ": " + row.string(0)); });
        }
    });
    return broken;
}

}  // namespace congvu::incoming
