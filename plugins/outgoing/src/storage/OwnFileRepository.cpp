// SPDX-License-Identifier: Apache-2.0
#include "storage/OwnFileRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::outgoing {

namespace {

/// The stored JSON column as a described struct.
struct FindingList {
    std::vector<OwnFileFinding> findings;
};

}  // namespace

}  // namespace congvu::outgoing

template <>
struct congvu::json::Description<congvu::outgoing::FindingList> {
    static auto fields() { return std::tuple{field("findings", &congvu::outgoing::FindingList::findings)}; }
};

namespace congvu::outgoing {

namespace {

OwnFile ownFileOf(const db::Row& row) {
    OwnFile file;
    file.id = row.string(0);
    file.documentId = row.string(1);
    file.sourceFileId = row.string(2);
    file.format = json::enumFrom<OfficeFormat>(row.text(3)).value_or(OfficeFormat::docx);
    file.state = json::enumFrom<OwnFileState>(row.text(4)).value_or(OwnFileState::failed);
    file.attempts = row.integer(5);
    file.problem = row.string(6);
    file.pdfFileId = row.optionalString(7);
    file.pages = row.integer(8);
    file.findings = json::decode<FindingList>(row.text(9)).findings;
    file.places = json::decode<OwnFilePlaces>(row.text(10));
    file.createdAt = row.time(11);
    return file;
}

std::string selectOwnFile(std::string_view rest) {
    return "SELECT id, document_id, source_file_id, format, state, attempts, problem, pdf_file_id, pages, findings_json, places_json, "
           "created_at FROM outgoing_own_file " +
           std::string{rest};
}

}  // namespace

void OwnFileRepository::insert(db::Tx& tx, const OwnFile& file) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_own_file (id, document_id, source_file_id, format, state, attempts, problem, pdf_file_id, pages, findings_json,
                                       places_json, content_text, created_at, touched_at)
        VALUES ($1, $2, $3, $4, $5, 0, '', NULL, 0, $6, $7, '', $8, $8))sql",
               {file.id, file.documentId, file.sourceFileId, json::nameOf(file.format), json::nameOf(file.state),
                json::toText(FindingList{file.findings}), json::toText(file.places), file.createdAt});
}

std::optional<OwnFile> OwnFileRepository::find(db::Reader& reader, std::string_view id) const {
    return reader.one(selectOwnFile("WHERE id = $1"), {id}, ownFileOf);
}

std::string OwnFileRepository::text(db::Reader& reader, std::string_view id) const {
    return reader.one("SELECT content_text FROM outgoing_own_file WHERE id = $1", {id}, [](const db::Row& row) { return row.string(0); })
        .value_or(std::string{});
}

std::int64_t OwnFileRepository::ahead(db::Reader& reader, std::string_view id) const {
    return reader
        .one(R"sql(
        SELECT COUNT(*) FROM outgoing_own_file o
        WHERE o.state IN ('waiting', 'converting', 'checking')
          AND (o.touched_at, o.id) < (SELECT m.touched_at, m.id FROM outgoing_own_file m WHERE m.id = $1))sql",
             {id}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::optional<OwnFile> OwnFileRepository::take(db::Tx& tx, Timestamp silentSince, Timestamp now) const {
    auto taken = tx.one(selectOwnFile(R"sql(
        WHERE state IN ('waiting', 'converting', 'checking') AND (state = 'waiting' OR touched_at < $1)
        ORDER BY touched_at, id LIMIT 1)sql"),
                        {silentSince}, ownFileOf);
    if (taken) {
        tx.execute("UPDATE outgoing_own_file SET state = 'converting', attempts = attempts + 1, touched_at = $2 WHERE id = $1",
                   {taken->id, now});
        taken->state = OwnFileState::converting;
        taken->attempts += 1;
    }
    return taken;
}

void OwnFileRepository::step(db::Tx& tx, std::string_view id, OwnFileState state, Timestamp now) const {
    tx.execute("UPDATE outgoing_own_file SET state = $2, touched_at = $3 WHERE id = $1", {id, json::nameOf(state), now});
}

void OwnFileRepository::finish(db::Tx& tx, const OwnFile& file, std::string_view text, Timestamp now) const {
    tx.execute(R"sql(
        UPDATE outgoing_own_file
        SET state = $2, problem = $3, pdf_file_id = $4, pages = $5, findings_json = $6, places_json = $7, content_text = $8, touched_at = $9
        WHERE id = $1)sql",
               {file.id, json::nameOf(file.state), file.problem, file.pdfFileId, file.pages, json::toText(FindingList{file.findings}),
                json::toText(file.places), text, now});
}

void OwnFileRepository::setPlaces(db::Tx& tx, std::string_view id, const OwnFilePlaces& places) const {
    tx.execute("UPDATE outgoing_own_file SET places_json = $2 WHERE id = $1", {id, json::toText(places)});
}

void OwnFileRepository::again(db::Tx& tx, std::string_view id, Timestamp now) const {
    tx.execute("UPDATE outgoing_own_file SET state = 'waiting', attempts = 0, problem = '', touched_at = $2 WHERE id = $1", {id, now});
}

}  // namespace congvu::outgoing
