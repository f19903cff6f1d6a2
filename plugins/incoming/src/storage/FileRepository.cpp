// SPDX-License-Identifier: Apache-2.0
#include "storage/FileRepository.h"

namespace congvu::incoming {

namespace {

DocumentFile fileOf(const db::Row& row) {
    DocumentFile file;
    file.stored = {row.string(0), row.string(1), row.string(2), row.string(3), row.integer(4)};
    file.kind = row.string(5);
    file.verdict = row.string(6);
    file.report = row.string(7);
    return file;
}

}  // namespace

void FileRepository::insert(db::Tx& tx, const FileOwner& owner, const DocumentFile& file, int position) const {
    tx.execute(R"sql(
        INSERT INTO incoming_file (id, owner_type, owner_id, agency_id, kind, position, name, media_type, sha256, size_bytes, verdict, report)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
    )sql",
               {file.stored.id, owner.type, owner.id, owner.agencyId, file.kind, position, file.stored.name, file.stored.mediaType,
                file.stored.sha256, file.stored.sizeBytes, file.verdict, file.report});
}

std::vector<DocumentFile> FileRepository::ofOwner(db::Reader& reader, std::string_view ownerType, std::string_view ownerId) const {
    return reader.list(R"sql(
        SELECT id, name, media_type, sha256, size_bytes, kind, verdict, report FROM incoming_file
        WHERE owner_type = $1 AND owner_id = $2 ORDER BY position, id LIMIT 100
    )sql",
                       {ownerType, ownerId}, fileOf);
}

std::optional<DocumentFile> FileRepository::find(db::Reader& reader, std::string_view ownerType, std::string_view ownerId,
                                                 std::string_view fileId) const {
    return reader.one(R"sql(
        SELECT id, name, media_type, sha256, size_bytes, kind, verdict, report FROM incoming_file
        WHERE id = $3 AND owner_type = $1 AND owner_id = $2
    )sql",
                      {ownerType, ownerId, fileId}, fileOf);
}

void FileRepository::removeAllOf(db::Tx& tx, std::string_view ownerType, std::string_view ownerId) const {
    tx.execute("DELETE FROM incoming_file WHERE owner_type = $1 AND owner_id = $2", {ownerType, ownerId});
}

void FileRepository::setVerdict(db::Tx& tx, std::string_view fileId, std::string_view verdict, std::string_view report) const {
    tx.execute("UPDATE incoming_file SET verdict = $2, report = $3 WHERE id = $1", {fileId, verdict, report});
}

std::vector<DoubtfulFile> FileRepository::doubtful(db::Reader& reader, std::string_view beforeId, int limit) const {
    return reader.list(R"sql(
        SELECT id, name, media_type, sha256, size_bytes, kind, verdict, report, owner_type, owner_id, agency_id, position FROM incoming_file f
        WHERE verdict = 'indeterminate' AND id < $1 AND (owner_type = 'document'
            OR EXISTS (SELECT 1 FROM incoming_proposal p WHERE p.id = f.owner_id AND p.state = 'ready')
            OR EXISTS (SELECT 1 FROM incoming_delivery d WHERE d.id = f.owner_id AND d.document_id IS NULL))
        ORDER BY id DESC LIMIT $2
    )sql",
                       {beforeId, limit}, [](const db::Row& row) {
                           return DoubtfulFile{fileOf(row), row.string(8), row.string(9), row.string(10), row.integer(11) == 0};
                       });
}

}  // namespace congvu::incoming
