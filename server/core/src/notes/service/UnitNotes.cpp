// SPDX-License-Identifier: Apache-2.0
#include "notes/service/UnitNotes.h"

#include "shared/domain/OwnPost.h"
#include "shared/service/AuditDetail.h"

#include "congvu/error/AppError.h"

namespace congvu::core {

namespace {

NoteView noteViewOf(const Note& note, const http::Caller& caller) {
    return {note.id, note.authorName, note.authorTitle, note.text, note.createdAt, note.editedAt, note.authorPersonId == caller.personId};
}

}  // namespace

std::string UnitNotes::unitOf(const http::Caller& caller) const {
    if (!caller.behalf) {
        return caller.unitId;
    }
    const auto own = needs_.directory.post(ownPostOf(caller));
    return own ? own->unitId : std::string{};
}

std::vector<NoteView> UnitNotes::list(const http::Caller& caller, const EntityRef& entity) const {
    return needs_.db.read([&](db::Reader& reader) {
        static_cast<void>(needs_.access.require(reader, caller, entity));
        const auto notes = notes_.ofUnit(reader, entity, unitOf(caller));
        std::vector<NoteView> views;
        views.reserve(notes.size());
        for (const auto& note : notes) {
            views.push_back(noteViewOf(note, caller));
        }
        return views;
    });
}

std::int64_t UnitNotes::count(db::Reader& reader, const http::Caller& caller, const EntityRef& entity) const {
    return notes_.count(reader, entity, unitOf(caller));
}

Note UnitNotes::ownNote(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    auto note = notes_.find(reader, id);
    if (!note || note->unitId != unitOf(caller) || !needs_.access.find(reader, caller, note->entity)) {
        throw AppError::notFound();
    }
    if (note->authorPersonId != caller.personId) {
        throw AppError(ErrorKind::forbidden, "core.note-of-another");
    }
    return std::move(*note);
}

void UnitNotes::requireOwn(const http::Caller& caller, std::string_view id) const {
    static_cast<void>(needs_.db.read([&](db::Reader& reader) { return ownNote(reader, caller, id); }));
}

std::vector<std::string> UnitNotes::membersOf(std::string_view unitId) const {
    const auto posts = needs_.directory.postsOfUnit(unitId, {});
    std::vector<std::string> ids;
    ids.reserve(posts.size());
    for (const auto& post : posts) {
        ids.push_back(post.id);
    }
    return ids;
}

void UnitNotes::recordAndTell(db::Tx& tx, const http::Caller& caller, std::string_view act, const Note& note,
                              const std::vector<std::string>& members) const {
    // That there was a note is told by the audit; what it said is the unit's own.
    needs_.audit.record(tx, caller, act, note.entity, auditDetail({{"note", note.id}}));
    const auto& entity = note.entity;
    tx.afterCommit([&push = needs_.push, members, key = "unit-notes/" + entity.plugin + '/' + entity.type + '/' + entity.id,
                    plugin = entity.plugin] { push.invalidate(members, {key}, plugin); });
}

NoteView UnitNotes::add(const http::Caller& caller, const EntityRef& entity, const NoteInput& input) const {
    Note note;
    note.id = newId();
    note.entity = entity;
    note.unitId = unitOf(caller);
    note.authorPersonId = caller.personId;
    note.authorName = caller.personName;
    note.authorTitle = caller.behalf ? caller.behalf->ownTitle : caller.postTitle;
    note.text = input.text;
    note.createdAt = needs_.clock.now();
    const auto members = membersOf(note.unitId);
    needs_.db.write([&](db::Tx& tx) {
        if (!needs_.access.require(tx, caller, entity).takesNotes) {
            // Law on the Protection of State Secrets 117/2025/QH15: nothing of such a document is written on this system.
            throw AppError(ErrorKind::conflict, "core.secret-no-notes");
        }
        if (notes_.count(tx, entity, note.unitId) >= kMostNotes) {
            throw AppError(ErrorKind::conflict, "core.too-many-notes", {{"most", std::to_string(kMostNotes)}});
        }
        notes_.insert(tx, note);
        recordAndTell(tx, caller, "core.note-added", note, members);
    });
    return noteViewOf(note, caller);
}

void UnitNotes::edit(const http::Caller& caller, std::string_view id, const NoteInput& input) const {
    const auto members = membersOf(unitOf(caller));
    needs_.db.write([&](db::Tx& tx) {
        auto note = ownNote(tx, caller, id);
        note.text = input.text;
        note.editedAt = needs_.clock.now();
        notes_.changeText(tx, note);
        recordAndTell(tx, caller, "core.note-edited", note, members);
    });
}

void UnitNotes::remove(const http::Caller& caller, std::string_view id) const {
    const auto members = membersOf(unitOf(caller));
    needs_.db.write([&](db::Tx& tx) {
        const auto note = ownNote(tx, caller, id);
        notes_.remove(tx, note.id);
        recordAndTell(tx, caller, "core.note-removed", note, members);
    });
}

}  // namespace congvu::core
