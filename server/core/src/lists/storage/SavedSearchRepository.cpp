// SPDX-License-Identifier: Apache-2.0
#include "lists/storage/SavedSearchRepository.h"

namespace congvu::core {

namespace {

SavedSearch savedSearchOf(const db::Row& row) {
    return {row.string(0), row.string(1), row.string(2), {row.string(3)}, {row.string(4)}};
}

std::vector<std::string> keysOf(std::string_view joinedKeys) {
    std::vector<std::string> keys;
    while (!joinedKeys.empty()) {
        const auto comma = joinedKeys.find(',');
        keys.emplace_back(joinedKeys.substr(0, comma));
        joinedKeys.remove_prefix(comma == std::string_view::npos ? joinedKeys.size() : comma + 1);
    }
    return keys;
}

}  // namespace

std::vector<SavedSearch> SavedSearchRepository::ofPerson(db::Reader& reader, std::string_view personId, std::string_view list) const {
    return reader.list(R"(
        SELECT id, list, name, address, query FROM core_saved_search
        WHERE person_id = $1 AND ($2 = '' OR list = $2) ORDER BY place, id LIMIT 50)",
                       {personId, list}, savedSearchOf);
}

std::optional<SavedSearch> SavedSearchRepository::find(db::Reader& reader, std::string_view personId, std::string_view id) const {
    return reader.one("SELECT id, list, name, address, query FROM core_saved_search WHERE id = $1 AND person_id = $2", {id, personId},
                      savedSearchOf);
}

bool SavedSearchRepository::insert(db::Tx& tx, std::string_view personId, const SavedSearch& search, Timestamp at) const {
    const auto place = tx.one("SELECT COALESCE(MAX(place), 0) + 1 FROM core_saved_search WHERE person_id = $1", {personId},
                              [](const db::Row& row) { return row.integer(0); });
    return tx.execute(R"(
        INSERT INTO core_saved_search (id, person_id, list, name, address, query, place, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING)",
                      {search.id, personId, search.list, search.name, search.address.text, search.query.text, place.value_or(1), at}) == 1;
}

bool SavedSearchRepository::rename(db::Tx& tx, std::string_view personId, const SavedSearch& search) const {
    const bool isTaken = tx.exists("SELECT 1 FROM core_saved_search WHERE person_id = $1 AND list = $2 AND name = $3 AND id <> $4",
                                   {personId, search.list, search.name, search.id});
    if (isTaken) {
        return false;
    }
    tx.execute("UPDATE core_saved_search SET name = $3 WHERE id = $1 AND person_id = $2", {search.id, personId, search.name});
    return true;
}

void SavedSearchRepository::setPlace(db::Tx& tx, std::string_view personId, std::string_view id, std::int64_t place) const {
    tx.execute("UPDATE core_saved_search SET place = $3 WHERE id = $1 AND person_id = $2", {id, personId, place});
}

void SavedSearchRepository::remove(db::Tx& tx, std::string_view personId, std::string_view id) const {
    tx.execute("DELETE FROM core_saved_search WHERE id = $1 AND person_id = $2", {id, personId});
}

std::vector<std::string> SavedSearchRepository::columns(db::Reader& reader, std::string_view personId, std::string_view list) const {
    return reader
        .one("SELECT column_keys FROM core_list_columns WHERE person_id = $1 AND list = $2", {personId, list},
             [](const db::Row& row) { return keysOf(row.text(0)); })
        .value_or(std::vector<std::string>{});
}

void SavedSearchRepository::setColumns(db::Tx& tx, std::string_view personId, std::string_view list,
                                       const std::vector<std::string>& keys) const {
    if (keys.empty()) {
        tx.execute("DELETE FROM core_list_columns WHERE person_id = $1 AND list = $2", {personId, list});
        return;
    }
    std::string joinedKeys;
    for (const auto& key : keys) {
        joinedKeys.append(joinedKeys.empty() ? "" : ",").append(key);
    }
    tx.execute(R"(
        INSERT INTO core_list_columns (person_id, list, column_keys) VALUES ($1, $2, $3)
        ON CONFLICT (person_id, list) DO UPDATE SET column_keys = $3)",
               {personId, list, joinedKeys});
}

}  // namespace congvu::core
