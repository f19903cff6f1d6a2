// SPDX-License-Identifier: Apache-2.0
#include "storage/StepRepository.h"

namespace congvu::outgoing {

namespace {

DraftVersion versionOf(const db::Row& row) {
    return {row.integer(0), {row.string(1)}, row.string(2), row.string(3), row.string(4), row.time(5), row.optionalString(6)};
}

}  // namespace

void StepRepository::replaceChain(db::Tx& tx, std::string_view documentId, const std::vector<ReviewStep>& steps) const {
    tx.execute("DELETE FROM outgoing_step WHERE document_id = $1", {documentId});
    for (const auto& step : steps) {
        tx.execute(
            R"sql(
            INSERT INTO outgoing_step (document_id, position, kind, post_id, person_name, post_title, state, note, decided_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql",
            {documentId, step.position, step.kind, step.postId, step.personName, step.postTitle, step.state, step.note, step.decidedAt});
    }
}

std::vector<ReviewStep> StepRepository::chain(db::Reader& reader, std::string_view documentId) const {
    return reader.list(R"sql(
        SELECT position, kind, post_id, person_name, post_title, state, note, decided_at
        FROM outgoing_step WHERE document_id = $1 ORDER BY position LIMIT 50)sql",
                       {documentId}, [](const db::Row& row) {
                           return ReviewStep{row.integer(0), row.string(1), row.string(2), row.string(3),
                                             row.string(4),  row.string(5), row.string(6), row.optionalTime(7)};
                       });
}

void StepRepository::decide(db::Tx& tx, std::string_view documentId, std::int64_t position, std::string_view state, std::string_view note,
                            std::optional<Timestamp> at) const {
    tx.execute("UPDATE outgoing_step SET state = $3, note = $4, decided_at = $5 WHERE document_id = $1 AND position = $2",
               {documentId, position, state, note, at});
}

void StepRepository::addVersion(db::Tx& tx, std::string_view documentId, const DraftVersion& version, std::string_view authorPostId) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_version (document_id, draft_number, fields_json, author_post_id, author_name, author_title, note, created_at,
                                      own_file_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))sql",
               {documentId, version.draftNumber, version.fields.text, authorPostId, version.authorName, version.authorTitle, version.note,
                version.createdAt, version.ownFileId});
}

std::vector<DraftVersion> StepRepository::versions(db::Reader& reader, std::string_view documentId) const {
    return reader.list(R"sql(
        SELECT draft_number, fields_json, author_name, author_title, note, created_at, own_file_id
        FROM outgoing_version WHERE document_id = $1 ORDER BY draft_number DESC LIMIT 200)sql",
                       {documentId}, versionOf);
}

std::optional<DraftVersion> StepRepository::version(db::Reader& reader, std::string_view documentId, std::int64_t draftNumber) const {
    return reader.one(R"sql(
        SELECT draft_number, fields_json, author_name, author_title, note, created_at, own_file_id
        FROM outgoing_version WHERE document_id = $1 AND draft_number = $2)sql",
                      {documentId, draftNumber}, versionOf);
}

}  // namespace congvu::outgoing
