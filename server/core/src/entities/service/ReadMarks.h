// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "entities/domain/EntityMarks.h"
#include "entities/service/EntityAccess.h"
#include "follows/service/Follows.h"
#include "markers/service/Markers.h"
#include "notes/service/UnitNotes.h"

#include "congvu/db/Db.h"

namespace congvu::core {

/// What the page of an entity shows of the caller's own, in one answer.
class ReadMarks {
public:
    struct Needs {
        db::Db& db;
        const EntityAccess& access;
        const Follows& follows;
        const Markers& markers;
        const UnitNotes& notes;
    };
    explicit ReadMarks(const Needs& needs) : needs_(needs) {}

    /// AppError notFound for an entity that the caller does not see.
    [[nodiscard]] EntityMarks of(const http::Caller& caller, const EntityRef& entity) const {
        return needs_.db.read([&](db::Reader& reader) {
            const auto summary = needs_.access.require(reader, caller, entity);
            return EntityMarks{needs_.follows.isFollowed(reader, caller, entity), !caller.behalf, summary.takesNotes,
                               needs_.notes.count(reader, caller, entity), needs_.markers.of(reader, caller, entity)};
        });
    }

private:
    Needs needs_;
};

}  // namespace congvu::core
