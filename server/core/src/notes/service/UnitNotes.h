// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/service/EntityAccess.h"
#include "live/service/LivePush.h"
#include "notes/storage/NoteRepository.h"

#include "congvu/audit/Audit.h"
#include "congvu/db/Db.h"
#include "congvu/time/Clock.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// Notes upon entities, private to the unit of whoever wrote them: seen by the holders of posts in that very unit who see the entity.
/// Whoever acts for another by a mandate is no member of the giver's unit and goes on with the notes of his own (docs/decisions/0012).
class UnitNotes {
public:
    static constexpr std::int64_t kMostNotes = 200;  ///< of one unit upon one entity

    struct Needs {
        db::Db& db;
        const EntityAccess& access;
        const DirectoryService& directory;
        audit::Audit& audit;
        LivePush& push;
        const Clock& clock;
    };
    explicit UnitNotes(const Needs& needs) : needs_(needs) {}

    /// Oldest first. AppError notFound for an entity that the caller does not see.
    [[nodiscard]] std::vector<NoteView> list(const http::Caller& caller, const EntityRef& entity) const;
    [[nodiscard]] std::int64_t count(db::Reader& reader, const http::Caller& caller, const EntityRef& entity) const;
    /// AppError notFound unless the caller sees the note; forbidden "core.note-of-another" for a note of somebody else.
    void requireOwn(const http::Caller& caller, std::string_view id) const;

    /// AppError conflict "core.secret-no-notes" for what nothing may be written about, "core.too-many-notes" beyond 200.
    NoteView add(const http::Caller& caller, const EntityRef& entity, const NoteInput& input) const;
    void edit(const http::Caller& caller, std::string_view id, const NoteInput& input) const;
    void remove(const http::Caller& caller, std::string_view id) const;

private:
    [[nodiscard]] std::string unitOf(const http::Caller& caller) const;
    /// The note that the caller has written and still sees; AppErrors of requireOwn otherwise.
    [[nodiscard]] Note ownNote(db::Reader& reader, const http::Caller& caller, std::string_view id) const;
    [[nodiscard]] std::vector<std::string> membersOf(std::string_view unitId) const;
    /// A row of the audit, and a hint to the open pages of the unit's members.
    void recordAndTell(db::Tx& tx, const http::Caller& caller, std::string_view act, const Note& note,
                       const std::vector<std::string>& members) const;

    Needs needs_;
    NoteRepository notes_;
};

}  // namespace congvu::core
