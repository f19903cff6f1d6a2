// SPDX-License-Identifier: Apache-2.0
#include "storage/CounterReportRepository.h"

#include "storage/CounterRepository.h"
#include "storage/TaskListRepository.h"

#include <map>

namespace congvu::tasks {

namespace {

constexpr std::int64_t kMillisecondsOfDay = 86'400'000;

/// The key of a row. The day given is counted from 1970-01-01 in Viet Nam (UTC+7).
std::string keyColumn(ReportGroup group) {
    switch (group) {
        case ReportGroup::unit:
            return "t.unit_id";
        case ReportGroup::leader:
            return "t.leader_post_id";
        case ReportGroup::field:
            return "t.field";
        case ReportGroup::origin:
            return "t.origin";
        case ReportGroup::period:
            return "(t.created_at + 25200000) / 86400000";
    }
    return "t.unit_id";
}

/// The same classes as domain/Timeliness, by the deadline that counts.
std::string bucketCase(db::Conditions& conditions, const Reckoning& reckoning) {
    const std::string due = reckoning.basis == DeadlineBasis::current ? "t.due_on" : "t.original_due_on";
    const auto today = conditions.bind(reckoning.today);
    const auto soon = conditions.bind(reckoning.dueSoonUntil);
    return "CASE WHEN t.state = 'suspended' THEN 'suspended'"
           " WHEN " +
           due +
           " IS NULL AND t.state = 'done' THEN 'no_deadline_done'"
           " WHEN " +
           due +
           " IS NULL THEN 'no_deadline_open'"
           " WHEN t.state = 'done' AND " +
           due +
           " < t.judged_on THEN 'done_late'"
           " WHEN t.state = 'done' THEN 'done_on_time'"
           " WHEN " +
           due + " < COALESCE(t.judged_on, " + today +
           ") THEN 'overdue'"
           " WHEN t.judged_on IS NULL AND " +
           due + " <= " + soon + " THEN 'due_soon' ELSE 'in_term' END";
}

std::string monthOf(std::int64_t dayNumber) {
    const Timestamp noon{std::chrono::milliseconds{dayNumber * kMillisecondsOfDay}};
    return dayInVietnam(noon).toString().substr(0, 7);
}

}  // namespace

std::vector<ReportRow> CounterReportRepository::run(db::Reader& reader, ReportGroup group, const TaskFilter& filter, const Viewer& viewer,
                                                    const Reckoning& reckoning) {
    db::Conditions conditions;
    TaskListRepository::restrictTo(conditions, filter, viewer, reckoning);
    TaskListRepository::restrictToGiven(conditions, filter, "t.created_at");
    conditions.where("t.state NOT IN ('returned', 'cancelled')");
    const auto bucket = bucketCase(conditions, reckoning);
    const auto sql = "SELECT " + keyColumn(group) + " AS report_key, " + bucket + " AS bucket, COUNT(*) FROM tasks_task t WHERE " +
                     conditions.sql() + " GROUP BY report_key, bucket ORDER BY report_key, bucket LIMIT 40000";
    std::map<std::string, FourCounters> rows;
    reader.query(sql, conditions.params(), [&](const db::Row& row) {
        const auto key = group == ReportGroup::period ? monthOf(row.integer(0)) : row.string(0);
        CounterRepository::addBucket(rows[key], row.text(1), row.integer(2));
    });
    std::vector<ReportRow> report;
    for (const auto& [key, counters] : rows) {
        if (static_cast<std::int64_t>(report.size()) < kMostRows) {
            report.push_back({key, counters});
        }
    }
    return report;
}

}  // namespace congvu::tasks
