// SPDX-License-Identifier: Apache-2.0
#include "notes/storage/NoteRepository.h"

namespace congvu::core {

namespace {

Note noteOf(const db::Row& row) {
    return {row.string(0),       {row.string(1), row.string(2), row.string(3)},
            row.string(4),       row.string(5),
            row.string(6),       row.string(7),
            row.string(8),       row.time(9),
            row.optionalTime(10)};
}

}  // namespace

std::vector<Note> NoteRepository::ofUnit(db::Reader& reader, const EntityRef& entity, std::string_view unitId) const {
    return reader.list(R"(
        SELECT id, plugin, entity_type, entity_id, unit_id, author_person_id, author_name, author_title, text, created_at, edited_at
        FROM core_note WHERE plugin = $1 AND entity_type = $2 AND entity_id = $3 AND unit_id = $4 ORDER BY id LIMIT 200)",
                       {entity.plugin, entity.type, entity.id, unitId}, noteOf);
}

std::int64_t NoteRepository::count(db::Reader& reader, const EntityRef& entity, std::string_view unitId) const {
    return reader
        .one("SELECT COUNT(*) FROM core_note WHERE plugin = $1 AND entity_type = $2 AND entity_id = $3 AND unit_id = $4",
             {entity.plugin, entity.type, entity.id, unitId}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

std::optional<Note> NoteRepository::find(db::Reader& reader, std::string_view id) const {
    return reader.one(R"(
        SELECT id, plugin, entity_type, entity_id, unit_id, author_person_id, author_name, author_title, text, created_at, edited_at
        FROM core_note WHERE id = $1)",
                      {id}, noteOf);
}

void NoteRepository::insert(db::Tx& tx, const Note& note) const {
    tx.execute(R"(
        INSERT INTO core_note (id, plugin, entity_type, entity_id, unit_id, author_person_id, author_name, author_title, text, created_at,
                               edited_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, NULL))",
               {note.id, note.entity.plugin, note.entity.type, note.entity.id, note.unitId, note.authorPersonId, note.authorName,
                note.authorTitle, note.text, note.createdAt});
}

void NoteRepository::changeText(db::Tx& tx, const Note& note) const {
    tx.execute("UPDATE core_note SET text = $2, edited_at = $3 WHERE id = $1", {note.id, note.text, note.editedAt});
}

void NoteRepository::remove(db::Tx& tx, std::string_view id) const {
    tx.execute("DELETE FROM core_note WHERE id = $1", {id});
}

}  // namespace congvu::core
