// SPDX-License-Identifier: Apache-2.0
#include "storage/SeriesRepository.h"

#include "congvu/db/Conditions.h"
#include "congvu/json/Decode.h"
#include "storage/TaskRepository.h"

namespace congvu::tasks {

namespace {

constexpr std::string_view kSeriesColumns =
    "s.id, s.agency_id, s.title, s.content, s.urgency, s.field, s.unit_id, s.post_id, s.assigner_post_id, s.assigner_name, s.rhythm, "
    "s.day, "
    "s.month, s.working_day, s.notice_days, s.starts_on, s.ends_on, s.is_active, s.next_on, s.problem, s.created_at, s.updated_at, "
    "s.version";

Series seriesFrom(const db::Row& row) {
    Series series;
    series.id = row.string(0);
    series.agencyId = row.string(1);
    series.title = row.string(2);
    series.content = row.string(3);
    series.urgency = json::enumFrom<Urgency>(row.text(4)).value_or(Urgency::normal);
    series.field = row.string(5);
    series.unitId = row.string(6);
    series.postId = row.optionalString(7);
    series.assignerPostId = row.string(8);
    series.assignerName = row.string(9);
    series.rhythm = {json::enumFrom<Rhythm>(row.text(10)).value_or(Rhythm::monthly), row.integer(11), row.integer(12)};
    series.workingDay = json::enumFrom<WorkingDayRule>(row.text(13)).value_or(WorkingDayRule::before);
    series.noticeDays = row.integer(14);
    series.startsOn = row.date(15);
    series.endsOn = row.optionalDate(16);
    series.isActive = row.boolean(17);
    series.nextOn = row.optionalDate(18);
    series.problem = row.string(19);
    series.createdAt = row.time(20);
    series.updatedAt = row.time(21);
    series.version = row.integer(22);
    return series;
}

}  // namespace

void SeriesRepository::insert(db::Tx& tx, const Series& series) {
    tx.execute(
        R"(INSERT INTO tasks_series (id, agency_id, title, content, urgency, field, unit_id, post_id, assigner_post_id, assigner_name,
                      rhythm, day, month, working_day, notice_days, starts_on, ends_on, is_active, next_on, problem, created_at, updated_at,
                      version)
                  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, '', $20, $20, 1))",
        {series.id,
         series.agencyId,
         series.title,
         series.content,
         json::nameOf(series.urgency),
         series.field,
         series.unitId,
         series.postId,
         series.assignerPostId,
         series.assignerName,
         json::nameOf(series.rhythm.rhythm),
         series.rhythm.day,
         series.rhythm.month,
         json::nameOf(series.workingDay),
         series.noticeDays,
         series.startsOn,
         series.endsOn,
         series.isActive,
         series.nextOn,
         series.createdAt});
}

bool SeriesRepository::update(db::Tx& tx, const Series& series) {
    return tx.execute(
               R"(UPDATE tasks_series SET title = $2, content = $3, urgency = $4, field = $5, unit_id = $6, post_id = $7, rhythm = $8,
                             day = $9, month = $10, working_day = $11, notice_days = $12, starts_on = $13, ends_on = $14, is_active = $15,
                             next_on = $16, problem = '', updated_at = $17, assigner_post_id = $18, assigner_name = $19, version = $20
                         WHERE id = $1 AND version = $20 - 1)",
               {series.id,
                series.title,
                series.content,
                json::nameOf(series.urgency),
                series.field,
                series.unitId,
                series.postId,
                json::nameOf(series.rhythm.rhythm),
                series.rhythm.day,
                series.rhythm.month,
                json::nameOf(series.workingDay),
                series.noticeDays,
                series.startsOn,
                series.endsOn,
                series.isActive,
                series.nextOn,
                series.updatedAt,
                series.assignerPostId,
                series.assignerName,
                series.version}) == 1;
}

std::optional<Series> SeriesRepository::find(db::Reader& reader, std::string_view id, std::string_view agencyId) {
    return reader.one("SELECT " + std::string{kSeriesColumns} + " FROM tasks_series s WHERE s.id = $1 AND s.agency_id = $2", {id, agencyId},
                      seriesFrom);
}

std::vector<Series> SeriesRepository::ofAgency(db::Reader& reader, std::string_view agencyId) {
    return reader.list(
        "SELECT " + std::string{kSeriesColumns} + " FROM tasks_series s WHERE s.agency_id = $1 ORDER BY s.created_at, s.id LIMIT 500",
        {agencyId}, seriesFrom);
}

std::vector<Series> SeriesRepository::due(db::Reader& reader, const Date& until, const std::optional<Series>& after) {
    db::Conditions conditions;
    conditions.where("s.is_active = TRUE AND s.next_on <= ?", {until});
    if (after) {
        conditions.where("(s.next_on, s.id) > (?, ?)", {after->nextOn, after->id});
    }
    auto sql = "SELECT " + std::string{kSeriesColumns} + " FROM tasks_series s WHERE " + conditions.sql();
    sql += " ORDER BY s.next_on, s.id LIMIT " + conditions.bind(kBatch);
    return reader.list(sql, conditions.params(), seriesFrom);
}

void SeriesRepository::advance(db::Tx& tx, std::string_view id, const std::optional<Date>& nextOn, std::string_view problem) {
    tx.execute("UPDATE tasks_series SET next_on = $2, problem = $3 WHERE id = $1", {id, nextOn, problem});
}

bool SeriesRepository::occur(db::Tx& tx, std::string_view seriesId, const Occurrence& occurrence, Timestamp at) {
    return tx.execute(R"(INSERT INTO tasks_occurrence (series_id, rhythm_on, due_on, task_id, made_at) VALUES ($1, $2, $3, $4, $5)
                         ON CONFLICT (series_id, rhythm_on) DO NOTHING)",
                      {seriesId, occurrence.rhythmOn, occurrence.dueOn, occurrence.taskId, at}) == 1;
}

bool SeriesRepository::hasOccurred(db::Reader& reader, std::string_view seriesId, const Date& rhythmOn) {
    return reader.exists("SELECT 1 FROM tasks_occurrence WHERE series_id = $1 AND rhythm_on = $2", {seriesId, rhythmOn});
}

std::vector<Occurrence> SeriesRepository::occurrences(db::Reader& reader, std::string_view seriesId, const Viewer& viewer) {
    db::Conditions visible;
    TaskRepository::restrictTo(visible, viewer);
    const auto mayOpen = visible.sql();
    const auto sql = "SELECT o.rhythm_on, o.due_on, o.task_id, CASE WHEN " + mayOpen +
                     " THEN 1 ELSE 0 END FROM tasks_occurrence o LEFT JOIN tasks_task t ON t.id = o.task_id WHERE o.series_id = " +
                     visible.bind(seriesId) + " ORDER BY o.rhythm_on DESC LIMIT 12";
    return reader.list(sql, visible.params(), [](const db::Row& row) {
        return Occurrence{row.date(0), row.date(1), row.optionalString(2), row.boolean(3)};
    });
}

}  // namespace congvu::tasks
