// SPDX-License-Identifier: Apache-2.0
#include "files/storage/FileRepository.h"

#include "shared/storage/Conditions.h"

namespace congvu::core {

void FileRepository::insert(db::Tx& tx, const files::StoredFile& file, const EntityRef& owner, Timestamp createdAt) const {
    tx.execute(R"(
        INSERT INTO core_file (id, sha256, name, media_type, size_bytes, plugin, entity_type, entity_id, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9))",
               {file.id, file.sha256, file.name, file.mediaType, file.sizeBytes, owner.plugin, owner.type, owner.id, createdAt});
}

std::optional<files::StoredFile> FileRepository::find(db::Reader& reader, std::string_view id) const {
    return reader.one("SELECT id, name, media_type, sha256, size_bytes FROM core_file WHERE id = $1", {id}, [](const db::Row& row) {
        return files::StoredFile{row.string(0), row.string(1), row.string(2), row.string(3), row.integer(4)};
    });
}

void FileRepository::remove(db::Tx& tx, std::string_view id) const {
    tx.execute("DELETE FROM core_file WHERE id = $1", {id});
}

std::set<std::string> FileRepository::named(db::Reader& reader, const std::vector<std::string>& digests) const {
    Conditions where;
    where.addIn("sha256", digests);
    std::set<std::string> found;
    reader.query("SELECT DISTINCT sha256 FROM core_file WHERE TRUE" + where.text() + " ORDER BY sha256 LIMIT 100000", where.params(),
                 [&](const db::Row& row) { found.insert(row.string(0)); });
    return found;
}

}  // namespace congvu::core
