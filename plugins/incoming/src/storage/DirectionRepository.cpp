// SPDX-License-Identifier: Apache-2.0
#include "storage/DirectionRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

#include <algorithm>
#include <utility>

namespace congvu::incoming {

namespace {

Direction directionOf(const db::Row& row) {
    Direction direction;
    direction.id = row.string(0);
    direction.postId = row.string(1);
    direction.postTitle = row.string(2);
    direction.personName = row.string(3);
    direction.opinion = row.string(4);
    direction.givenAt = row.time(5);
    direction.withdrawnAt = row.optionalTime(6);
    direction.withdrawalReason = row.string(7);
    return direction;
}

std::pair<std::string, Assignment> assignmentOf(const db::Row& row) {
    Assignment assignment;
    assignment.id = row.string(1);
    assignment.kind = json::enumFrom<AssignmentKind>(row.text(2)).value_or(AssignmentKind::coop);
    assignment.unitId = row.optionalString(3);
    assignment.postId = row.optionalString(4);
    assignment.name = row.string(5);
    assignment.dueOn = row.optionalDate(6);
    assignment.note = row.string(7);
    return {row.string(0), std::move(assignment)};
}

}  // namespace

void DirectionRepository::insert(db::Tx& tx, std::string_view agencyId, std::string_view documentId, const Direction& direction) const {
    tx.execute(R"sql(
        INSERT INTO incoming_direction (id, document_id, agency_id, post_id, post_title, person_name, opinion, given_at, withdrawn_at,
            withdrawal_reason)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, '')
    )sql",
               {direction.id, documentId, agencyId, direction.postId, direction.postTitle, direction.personName, direction.opinion,
                direction.givenAt});
    int position = 0;
    for (const auto& assignment : direction.assignments) {
        tx.execute(R"sql(
            INSERT INTO incoming_assignment (id, direction_id, document_id, position, kind, unit_id, post_id, name, due_on, note)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
        )sql",
                   {assignment.id, direction.id, documentId, position++, json::nameOf(assignment.kind), assignment.unitId,
                    assignment.postId, assignment.name, assignment.dueOn, assignment.note});
    }
}

std::vector<Direction> DirectionRepository::ofDocument(db::Reader& reader, std::string_view documentId) const {
    auto directions = reader.list(R"sql(
        SELECT id, post_id, post_title, person_name, opinion, given_at, withdrawn_at, withdrawal_reason
        FROM incoming_direction WHERE document_id = $1 ORDER BY given_at, id LIMIT 100
    )sql",
                                  {documentId}, directionOf);
    if (directions.empty()) {
        return directions;
    }
    auto assignments = reader.list(R"sql(
        SELECT direction_id, id, kind, unit_id, post_id, name, due_on, note
        FROM incoming_assignment WHERE document_id = $1 ORDER BY direction_id, position LIMIT 5000
    )sql",
                                   {documentId}, assignmentOf);
    for (auto& [directionId, assignment] : assignments) {
        const auto owner = std::ranges::find(directions, directionId, &Direction::id);
        if (owner != directions.end()) {
            owner->assignments.push_back(std::move(assignment));
        }
    }
    return directions;
}

void DirectionRepository::withdraw(db::Tx& tx, std::string_view directionId, std::string_view reason, Timestamp at) const {
    tx.execute("UPDATE incoming_direction SET withdrawn_at = $2, withdrawal_reason = $3 WHERE id = $1", {directionId, at, reason});
}

}  // namespace congvu::incoming
