// SPDX-License-Identifier: Apache-2.0
#include "service/GiveDirection.h"

#include "domain/DirectionRules.h"
#include "domain/Links.h"
#include "domain/PublishedEvents.h"
#include "service/DirectionMandate.h"
#include "service/HandlingUnit.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Writer.h"

#include <algorithm>

namespace congvu::incoming {

namespace {

std::string pointerTo(std::size_t index, std::string_view member) {
    return "/assignments/" + std::to_string(index) + '/' + std::string{member};
}

std::string accessToken(const Assignment& assignment) {
    return assignment.unitId ? "unit:" + *assignment.unitId : "post:" + assignment.postId.value_or("");
}

const Assignment& leadOf(const Direction& direction) {
    return *std::find_if(direction.assignments.begin(), direction.assignments.end(),
                         [](const Assignment& assignment) { return assignment.kind == AssignmentKind::lead; });
}

/// The name of who is assigned, or nothing when it is nobody of the agency.
std::optional<std::string> nameOf(const directory::Directory& directory, const http::Caller& leader, const NewAssignment& assignment) {
    if (assignment.unitId) {
        const auto unit = directory.unit(*assignment.unitId);
        return unit && unit->isActive && unit->agencyId == leader.agencyId ? std::optional{unit->name} : std::nullopt;
    }
    const auto post = directory.post(assignment.postId.value_or(""));
    const bool isOurs = post && post->isActive && post->agencyId == leader.agencyId;
    return isOurs ? std::optional{post->personName + " – " + post->title} : std::nullopt;
}

}  // namespace

Direction GiveDirection::run(const http::Caller& leader, std::string_view documentId, const NewDirection& input) const {
    auto direction = build(leader, input);
    needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, leader, documentId);
        apply(tx, leader, document, direction);
    });
    return direction;
}

Direction GiveDirection::build(const http::Caller& leader, const NewDirection& input) const {
    auto errors = checkDirection(input, needs_.clock.today());
    Direction direction;
    direction.id = newId();
    direction.postId = leader.postId;
    direction.postTitle = leader.postTitle;
    direction.personName = leader.personName;
    direction.opinion = input.opinion;
    direction.givenAt = needs_.clock.now();
    for (std::size_t i = 0; i < input.assignments.size(); ++i) {
        const auto& wanted = input.assignments[i];
        auto name = nameOf(needs_.directory, leader, wanted);
        if (!name && wanted.unitId.has_value() != wanted.postId.has_value()) {
            errors.push_back(
                {pointerTo(i, wanted.unitId ? "unitId" : "postId"), wanted.unitId ? "incoming.unknown-unit" : "incoming.unknown-post", {}});
        }
        direction.assignments.push_back({newId(), wanted.kind, wanted.unitId, wanted.postId, name.value_or(""), wanted.dueOn, wanted.note});
    }
    if (!errors.empty()) {
        throw AppError::invalid(errors);
    }
    return direction;
}

void GiveDirection::apply(db::Tx& tx, const http::Caller& leader, IncomingDocument& document, const Direction& direction) const {
    const auto before = document.state;
    const auto& lead = leadOf(direction);
    requireMandate(needs_.mandates, needs_.directory, tx, leader, document, direction);
    DocumentChanges::move(document, DocumentAct::direct);
    document.directionId = direction.id;
    if (before == DocumentState::transferred) {  // it goes to whom the direction names now
        document.submittedToName.clear();
    }
    document.tasksTotal = 0;
    document.tasksDone = 0;
    document.dueOn = document.dueOn ? document.dueOn : lead.dueOn;
    directions_.insert(tx, document.agencyId, document.id, direction);
    for (const auto& assignment : direction.assignments) {
        access_.grant(tx, document.id, accessToken(assignment), DocumentAccess::kDirection);
    }
    needs_.inbox.complete(tx, documentRef(document.id), "");
    needs_.changes.save(tx, document, before);
    figures_.setUnit(tx, document, handlingUnit(needs_.directory, lead.unitId, lead.postId));
    json::Writer detail;
    detail.beginObject()
        .key("lead")
        .string(lead.name)
        .key("assignments")
        .integer(static_cast<std::int64_t>(direction.assignments.size()))
        .endObject();
    needs_.history.note(tx, leader, documentRef(document.id), "directed", direction.opinion, detail.take());
    needs_.search.put(tx, document);
    needs_.sender.tellForDocument(tx, leader, document, status::kAssigned);
    publish(tx, leader, document, direction);
}

void GiveDirection::publish(db::Tx& tx, const http::Caller& leader, const IncomingDocument& document, const Direction& direction) const {
    DirectionGiven payload{document.id,      direction.id,     leader.postId,   leader.personName,   direction.opinion,
                           document.urgency, document.subject, document.symbol, document.issuerName, {}};
    for (const auto& assignment : direction.assignments) {
        payload.assignments.push_back(
            {assignment.id, assignment.kind, assignment.unitId, assignment.postId, assignment.dueOn, assignment.note});
    }
    needs_.events.publish(tx, {std::string{event::kDirectionGiven}, documentRef(document.id), document.agencyId, leader.postId}, payload);
}

}  // namespace congvu::incoming
