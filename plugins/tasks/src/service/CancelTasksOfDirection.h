// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/json/Decode.h"
#include "service/CancelTask.h"

#include <string>
#include <tuple>

namespace congvu::tasks {

/// What this plugin reads of incoming.direction-withdrawn.v1.
struct WithdrawnDirection {
    std::string documentId;
    std::string directionId;
    std::string reason;
};

/// A withdrawn direction cancels its tasks that are still open, with everything below them.
class CancelTasksOfDirection {
public:
    CancelTasksOfDirection(db::Db& db, const CancelTask& cancel, const directory::Directory& directory, const Clock& clock)
        : db_(db), cancel_(cancel), directory_(directory), clock_(clock) {}
    void run(const WithdrawnDirection& direction, const std::string& agencyId, const std::string& actorPostId);

private:
    db::Db& db_;
    const CancelTask& cancel_;
    const directory::Directory& directory_;
    const Clock& clock_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::WithdrawnDirection> {
    static auto fields() {
        using Input = congvu::tasks::WithdrawnDirection;
        return std::tuple{field("documentId", &Input::documentId).required(), field("directionId", &Input::directionId).required(),
                          field("reason", &Input::reason).multiline()};
    }
};
