// SPDX-License-Identifier: Apache-2.0
#include "service/CloseDocument.h"

#include "domain/Links.h"
#include "domain/PublishedEvents.h"
#include "service/ReceivingMandate.h"
#include "service/RegisterSequence.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Writer.h"

namespace congvu::incoming {

IncomingDocument CloseDocument::byHand(const http::Caller& caller, std::string_view documentId, std::string_view note) const {
    return needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, caller, documentId);
        if (document.tasksDone < document.tasksTotal) {
            const auto open = std::to_string(document.tasksTotal - document.tasksDone);
            throw AppError(ErrorKind::conflict, "incoming.tasks-open", {{"open", open}});
        }
        complete(tx, caller, document, DocumentAct::close, note);
        return document;
    });
}

void CloseDocument::complete(db::Tx& tx, const http::Caller& actor, IncomingDocument& document, DocumentAct act,
                             std::string_view note) const {
    const auto before = document.state;
    DocumentChanges::move(document, act);
    document.closedAt = needs_.clock.now();
    document.closingNote = note;
    needs_.inbox.complete(tx, documentRef(document.id), "");
    needs_.changes.save(tx, document, before);
    needs_.history.note(tx, actor, documentRef(document.id), "completed", note);
    needs_.sender.tellForDocument(tx, actor, document, status::kCompleted);
    const DocumentClosed payload{document.id, std::string{note}};
    needs_.events.publish(tx, {std::string{event::kDocumentClosed}, documentRef(document.id), document.agencyId, actor.postId}, payload);
}

IncomingDocument CloseDocument::cancel(const http::Caller& clerk, std::string_view documentId, std::string_view reason) const {
    return needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, clerk, documentId);
        requireReceiving(needs_.mandates, tx, clerk, document.typeId);
        const auto before = document.state;
        DocumentChanges::move(document, DocumentAct::cancel);
        document.frozenReason = reason;
        document.closedAt = needs_.clock.now();
        const auto sequence = sequenceOf(document.agencyId, document.registerCode, document.arrivedOn.year());
        needs_.registers.cancel(tx, sequence, document.arrivalNumber, reason);
        needs_.inbox.complete(tx, documentRef(document.id), "");
        needs_.changes.save(tx, document, before);
        json::Writer detail;
        detail.beginObject().key("number").integer(document.arrivalNumber).endObject();
        needs_.history.note(tx, clerk, documentRef(document.id), "cancelled", reason, detail.take());
        const DocumentClosed payload{document.id, std::string{reason}};
        needs_.events.publish(tx, {std::string{event::kDocumentClosed}, documentRef(document.id), document.agencyId, clerk.postId},
                              payload);
        return document;
    });
}

}  // namespace congvu::incoming
