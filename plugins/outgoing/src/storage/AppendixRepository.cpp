// SPDX-License-Identifier: Apache-2.0
#include "storage/AppendixRepository.h"

namespace congvu::outgoing {

void AppendixRepository::insert(db::Tx& tx, std::string_view documentId, const Appendix& appendix, Timestamp at) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_attachment (document_id, file_id, created_at, position, title, takes_seal, sealed_file_id, request_id)
        VALUES ($1, $2, $3, $4, $5, $6, NULL, NULL))sql",
               {documentId, appendix.fileId, at, appendix.position, appendix.title, appendix.takesSeal});
}

bool AppendixRepository::remove(db::Tx& tx, std::string_view documentId, std::string_view fileId) const {
    return tx.execute("DELETE FROM outgoing_attachment WHERE document_id = $1 AND file_id = $2", {documentId, fileId}) == 1;
}

void AppendixRepository::describe(db::Tx& tx, std::string_view documentId, const Appendix& appendix) const {
    tx.execute("UPDATE outgoing_attachment SET title = $3, position = $4 WHERE document_id = $1 AND file_id = $2",
               {documentId, appendix.fileId, appendix.title, appendix.position});
}

std::vector<Appendix> AppendixRepository::of(db::Reader& reader, std::string_view documentId) const {
    return reader.list(R"sql(
        SELECT file_id, position, title, takes_seal, sealed_file_id, request_id
        FROM outgoing_attachment WHERE document_id = $1 ORDER BY position, created_at, file_id LIMIT 50)sql",
                       {documentId}, [](const db::Row& row) {
                           return Appendix{row.string(0),  row.integer(1),        row.string(2),
                                           row.boolean(3), row.optionalString(4), row.optionalString(5)};
                       });
}

std::vector<std::string> AppendixRepository::deliveredFiles(db::Reader& reader, std::string_view documentId) const {
    const auto appendices = of(reader, documentId);
    std::vector<std::string> ids;
    ids.reserve(appendices.size());
    for (const auto& appendix : appendices) {
        ids.push_back(appendix.currentFileId());
    }
    return ids;
}

std::int64_t AppendixRepository::unsealed(db::Reader& reader, std::string_view documentId) const {
    return reader
        .one("SELECT COUNT(*) FROM outgoing_attachment WHERE document_id = $1 AND takes_seal AND sealed_file_id IS NULL", {documentId},
             [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::optional<std::string> AppendixRepository::documentOf(db::Reader& reader, std::string_view fileId) const {
    return reader.one("SELECT document_id FROM outgoing_attachment WHERE file_id = $1", {fileId},
                      [](const db::Row& row) { return row.string(0); });
}

void AppendixRepository::setSeal(db::Tx& tx, std::string_view documentId, const Appendix& appendix) const {
    tx.execute("UPDATE outgoing_attachment SET sealed_file_id = $3, request_id = $4 WHERE document_id = $1 AND file_id = $2",
               {documentId, appendix.fileId, appendix.sealedFileId, appendix.requestId});
}

}  // namespace congvu::outgoing
