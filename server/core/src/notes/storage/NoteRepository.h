// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "notes/domain/Note.h"

#include "congvu/db/Tx.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace congvu::core {

/// All SQL of notes.
class NoteRepository {
public:
    /// Notes of one unit upon an entity, oldest first, at most 200.
    [[nodiscard]] std::vector<Note> ofUnit(db::Reader& reader, const EntityRef& entity, std::string_view unitId) const;
    [[nodiscard]] std::int64_t count(db::Reader& reader, const EntityRef& entity, std::string_view unitId) const;
    [[nodiscard]] std::optional<Note> find(db::Reader& reader, std::string_view id) const;
    void insert(db::Tx& tx, const Note& note) const;
    void changeText(db::Tx& tx, const Note& note) const;
    void remove(db::Tx& tx, std::string_view id) const;
};

}  // namespace congvu::core
