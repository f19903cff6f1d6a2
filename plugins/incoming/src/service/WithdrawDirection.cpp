// SPDX-License-Identifier: Apache-2.0
#include "service/WithdrawDirection.h"

#include "domain/Links.h"
#include "domain/PublishedEvents.h"
#include "service/DirectionMandate.h"

namespace congvu::incoming {

IncomingDocument WithdrawDirection::run(const http::Caller& leader, std::string_view documentId, std::string_view reason) const {
    return needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, leader, documentId);
        const auto before = document.state;
        requireMandate(needs_.mandates, tx, leader, document);
        DocumentChanges::move(document, DocumentAct::withdrawDirection);
        endDirection(tx, leader, document, reason);
        document.submittedToPostId = leader.postId;
        document.submittedToName = leader.personName;
        needs_.submission.askLeader(tx, document, leader.personName);
        needs_.changes.save(tx, document, before);
        figures_.setUnit(tx, document, {});
        needs_.history.note(tx, leader, documentRef(document.id), "direction-withdrawn", reason);
        needs_.search.put(tx, document);
        return document;
    });
}

void WithdrawDirection::endDirection(db::Tx& tx, const http::Caller& actor, IncomingDocument& document, std::string_view reason) const {
    if (!document.directionId) {
        return;
    }
    const auto directionId = *document.directionId;
    directions_.withdraw(tx, directionId, reason, needs_.clock.now());
    access_.revoke(tx, document.id, DocumentAccess::kDirection);
    document.directionId.reset();
    document.tasksTotal = 0;
    document.tasksDone = 0;
    const DirectionWithdrawn payload{document.id, directionId, std::string{reason}};
    needs_.events.publish(tx, {std::string{event::kDirectionWithdrawn}, documentRef(document.id), document.agencyId, actor.postId},
                          payload);
}

}  // namespace congvu::incoming
