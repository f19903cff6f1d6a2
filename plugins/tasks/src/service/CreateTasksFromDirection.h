// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Db.h"
#include "congvu/directory/Directory.h"
#include "congvu/json/Decode.h"
#include "domain/TaskKind.h"
#include "service/TargetResolver.h"
#include "service/TaskRecorder.h"

#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::tasks {

/// What this plugin reads of incoming.direction-given.v1.
struct DirectionAssignment {
    std::string assignmentId;
    TaskKind kind = TaskKind::lead;
    std::optional<std::string> unitId;
    std::optional<std::string> postId;
    std::optional<Date> dueOn;
    std::string note;
};

struct GivenDirection {
    std::string documentId;
    std::string directionId;
    std::string directedByPostId;
    std::string directedByName;
    std::string opinion;
    std::string urgency;
    std::string documentTitle;
    std::string documentSymbol;
    std::string issuerName;
    std::vector<DirectionAssignment> assignments;
};

/// A leader's direction on an incoming document makes tasks: one for the lead, one below it for each co-operating unit or post, each
/// with its own deadline. A direction makes its tasks once, however often its event arrives, and none after it was withdrawn.
class CreateTasksFromDirection {
public:
    struct Needs {
        db::Db& db;
        const TaskRecorder& recorder;
        const TargetResolver& targets;
        const directory::Directory& directory;
        const Clock& clock;
    };
    explicit CreateTasksFromDirection(const Needs& needs) : needs_(needs) {}
    /// AppError conflict "tasks.direction-without-lead" or "tasks.direction-unknown-target": the event is parked for the administrator.
    void run(const GivenDirection& direction, const std::string& agencyId);

private:
    [[nodiscard]] Task make(const GivenDirection& direction, const DirectionAssignment& assignment, const std::string& agencyId) const;

    Needs needs_;
};

}  // namespace congvu::tasks

template <>
struct congvu::json::Description<congvu::tasks::DirectionAssignment> {
    static auto fields() {
        using Input = congvu::tasks::DirectionAssignment;
        return std::tuple{field("assignmentId", &Input::assignmentId).required(),
                          field("kind", &Input::kind).required(),
                          field("unitId", &Input::unitId),
                          field("postId", &Input::postId),
                          field("dueOn", &Input::dueOn),
                          field("note", &Input::note).multiline()};
    }
};

template <>
struct congvu::json::Description<congvu::tasks::GivenDirection> {
    static auto fields() {
        using Input = congvu::tasks::GivenDirection;
        return std::tuple{field("documentId", &Input::documentId).required(),
                          field("directionId", &Input::directionId).required(),
                          field("directedByPostId", &Input::directedByPostId).required(),
                          field("directedByName", &Input::directedByName),
                          field("opinion", &Input::opinion).multiline(),
                          field("urgency", &Input::urgency),
                          field("documentTitle", &Input::documentTitle).required().multiline(),
                          field("documentSymbol", &Input::documentSymbol),
                          field("issuerName", &Input::issuerName),
                          field("assignments", &Input::assignments).required()};
    }
};
