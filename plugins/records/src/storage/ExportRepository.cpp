// SPDX-License-Identifier: Apache-2.0
#include "storage/ExportRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::records {

namespace {

constexpr std::string_view kExportColumns =
    R"sql(id, dossier_id, agency_id, post_id, kind, state, done_steps, total_steps, attempts, problem,
    problem_name, file_id, created_at)sql";

Export exportOf(const db::Row& row) {
    Export made;
    made.id = row.string(0);
    made.dossierId = row.string(1);
    made.agencyId = row.string(2);
    made.postId = row.string(3);
    made.kind = json::enumFrom<ExportKind>(row.text(4)).value_or(ExportKind::package);
    made.state = json::enumFrom<ExportState>(row.text(5)).value_or(ExportState::failed);
    made.doneSteps = row.integer(6);
    made.totalSteps = row.integer(7);
    made.attempts = row.integer(8);
    made.problem = row.string(9);
    made.problemName = row.string(10);
    made.fileId = row.optionalString(11);
    made.createdAt = row.time(12);
    return made;
}

std::string selectExport(std::string_view rest) {
    return "SELECT " + std::string{kExportColumns} + " FROM records_export " + std::string{rest};
}

}  // namespace

void ExportRepository::insert(db::Tx& tx, const Export& made) const {
    tx.execute(R"sql(
        INSERT INTO records_export (id, dossier_id, agency_id, post_id, kind, state, done_steps, total_steps, attempts, problem, problem_name,
            file_id, created_at, touched_at)
        VALUES ($1, $2, $3, $4, $5, $6, 0, 0, 0, '', '', NULL, $7, $7)
    )sql",
               {made.id, made.dossierId, made.agencyId, made.postId, json::nameOf(made.kind), json::nameOf(made.state), made.createdAt});
}

std::optional<Export> ExportRepository::find(db::Reader& reader, std::string_view id, std::string_view postId) const {
    return reader.one(selectExport("WHERE id = $1 AND post_id = $2"), {id, postId}, exportOf);
}

std::vector<Export> ExportRepository::ofDossier(db::Reader& reader, std::string_view dossierId, std::string_view postId) const {
    return reader.list(selectExport("WHERE post_id = $1 AND dossier_id = $2 ORDER BY created_at DESC, id DESC LIMIT 20"),
                       {postId, dossierId}, exportOf);
}

std::int64_t ExportRepository::openOf(db::Reader& reader, std::string_view postId) const {
    return reader
        .one("SELECT COUNT(*) FROM records_export WHERE post_id = $1 AND state IN ('waiting', 'running')", {postId},
             [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::optional<Export> ExportRepository::take(db::Tx& tx, Timestamp silentSince, Timestamp now) const {
    auto taken = tx.one(selectExport(R"sql(
        WHERE state = 'waiting' OR (state = 'running' AND touched_at < $1) ORDER BY touched_at, id LIMIT 1)sql"),
                        {silentSince}, exportOf);
    if (taken) {
        tx.execute("UPDATE records_export SET state = 'running', attempts = attempts + 1, touched_at = $2 WHERE id = $1", {taken->id, now});
        taken->attempts += 1;
    }
    return taken;
}

void ExportRepository::progress(db::Tx& tx, std::string_view id, std::int64_t done, std::int64_t total, Timestamp now) const {
    tx.execute("UPDATE records_export SET done_steps = $2, total_steps = $3, touched_at = $4 WHERE id = $1", {id, done, total, now});
}

void ExportRepository::finish(db::Tx& tx, const Export& made, Timestamp now) const {
    tx.execute("UPDATE records_export SET state = $2, problem = $3, problem_name = $4, file_id = $5, touched_at = $6 WHERE id = $1",
               {made.id, json::nameOf(made.state), made.problem, made.problemName, made.fileId, now});
}

std::vector<Export> ExportRepository::endedBefore(db::Reader& reader, Timestamp before) const {
    return reader.list(selectExport("WHERE state IN ('done', 'failed') AND touched_at < $1 ORDER BY touched_at, id LIMIT 100"), {before},
                       exportOf);
}

void ExportRepository::remove(db::Tx& tx, std::string_view id) const {
    tx.execute("DELETE FROM records_export WHERE id = $1", {id});
}

}  // namespace congvu::records
