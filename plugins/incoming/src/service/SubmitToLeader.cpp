// SPDX-License-Identifier: Apache-2.0
#include "service/SubmitToLeader.h"

#include "domain/Links.h"
#include "service/ReceivingMandate.h"

namespace congvu::incoming {

IncomingDocument SubmitToLeader::submit(const http::Caller& clerk, std::string_view documentId, std::string_view postId,
                                        std::string_view note) const {
    const auto leader = needs_.submission.requireLeader(clerk, postId, "/postId");
    return needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, clerk, documentId);
        requireReceiving(needs_.mandates, tx, clerk, document.typeId);
        const auto before = document.state;
        needs_.submission.submit(tx, clerk, document, leader, note);
        needs_.changes.save(tx, document, before);
        needs_.habits.learn(tx, document, leader.id);
        needs_.sender.tellForDocument(tx, clerk, document, status::kAssigned);
        return document;
    });
}

IncomingDocument SubmitToLeader::sendBack(const http::Caller& leader, std::string_view documentId, std::string_view reason) const {
    return needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, leader, documentId);
        const auto before = document.state;
        requireMandate(needs_.mandates, tx, leader, document);
        DocumentChanges::move(document, DocumentAct::sendBack);
        document.submittedToPostId.reset();
        document.submittedToName.clear();
        needs_.inbox.complete(tx, documentRef(document.id), "");
        needs_.submission.leaveWithClerks(tx, document, leader.personName);
        needs_.changes.save(tx, document, before);
        needs_.history.note(tx, leader, documentRef(document.id), "returned", reason);
        return document;
    });
}

}  // namespace congvu::incoming
