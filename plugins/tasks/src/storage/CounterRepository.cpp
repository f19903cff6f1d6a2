// SPDX-License-Identifier: Apache-2.0
#include "storage/CounterRepository.h"

namespace congvu::tasks {

void CounterRepository::addBucket(FourCounters& counters, std::string_view bucket, std::int64_t amount) {
    if (bucket == "overdue" || bucket == "submitted_late") {
        counters.overdue += amount;
    } else if (bucket == "due_soon") {
        counters.dueSoon += amount;
        counters.inTerm += amount;
    } else if (bucket == "in_term" || bucket == "submitted_in_term") {
        counters.inTerm += amount;
    } else if (bucket == "done_on_time") {
        counters.doneOnTime += amount;
    } else if (bucket == "done_late") {
        counters.doneLate += amount;
    } else if (bucket == "no_deadline_open") {
        counters.noDeadlineOpen += amount;
    } else if (bucket == "no_deadline_done") {
        counters.noDeadlineDone += amount;
    } else if (bucket == "suspended") {
        counters.suspended += amount;
    }
}

void CounterRepository::add(db::Tx& tx, const CounterChange& change) {
    for (const auto& [cell, amount] : change) {
        tx.execute(R"(INSERT INTO tasks_counter (agency_id, scope, scope_id, basis, bucket, day, amount) VALUES ($1, $2, $3, $4, $5, $6, $7)
                      ON CONFLICT (agency_id, scope, basis, scope_id, bucket, day) DO UPDATE SET amount = tasks_counter.amount + excluded.amount)",
                   {cell.agencyId, cell.scope, cell.scopeId, cell.basis, cell.bucket, cell.day, amount});
    }
}

std::map<std::string, FourCounters> CounterRepository::byUnit(db::Reader& reader, std::string_view agencyId, const Reckoning& reckoning) {
    std::map<std::string, FourCounters> counters;
    reader.query(R"(SELECT c.scope_id, c.bucket_now, CAST(SUM(c.amount) AS BIGINT) FROM (
                        SELECT scope_id, amount, CASE WHEN bucket <> 'open' THEN bucket WHEN day < $3 THEN 'overdue'
                                                      WHEN day <= $4 THEN 'due_soon' ELSE 'in_term' END AS bucket_now
                        FROM tasks_counter WHERE agency_id = $1 AND scope = 'unit' AND basis = $2) c
                    GROUP BY c.scope_id, c.bucket_now ORDER BY c.scope_id, c.bucket_now LIMIT 20000)",
                 {agencyId, json::nameOf(reckoning.basis), reckoning.today, reckoning.dueSoonUntil},
                 [&](const db::Row& row) { addBucket(counters[row.string(0)], row.text(1), row.integer(2)); });
    return counters;
}

FourCounters CounterRepository::ofOne(db::Reader& reader, std::string_view agencyId, std::string_view scope, std::string_view scopeId,
                                      const Reckoning& reckoning) {
    FourCounters counters;
    reader.query(R"(SELECT c.bucket_now, CAST(SUM(c.amount) AS BIGINT) FROM (
                        SELECT amount, CASE WHEN bucket <> 'open' THEN bucket WHEN day < $5 THEN 'overdue'
                                            WHEN day <= $6 THEN 'due_soon' ELSE 'in_term' END AS bucket_now
                        FROM tasks_counter WHERE agency_id = $1 AND scope = $2 AND basis = $3 AND scope_id = $4) c
                    GROUP BY c.bucket_now ORDER BY c.bucket_now LIMIT 20)",
                 {agencyId, scope, json::nameOf(reckoning.basis), scopeId, reckoning.today, reckoning.dueSoonUntil},
                 [&](const db::Row& row) { addBucket(counters, row.text(0), row.integer(1)); });
    return counters;
}

}  // namespace congvu::tasks
