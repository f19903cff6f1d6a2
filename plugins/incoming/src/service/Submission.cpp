// SPDX-License-Identifier: Apache-2.0
#include "service/Submission.h"

#include "domain/Links.h"
#include "service/DirectionMandate.h"
#include "service/DocumentChanges.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/json/Writer.h"

#include <algorithm>

namespace congvu::incoming {

namespace {

inbox::NewWorkItem itemFor(const IncomingDocument& document, std::string_view kind, inbox::Assignee assignee, std::string_view fromName) {
    inbox::NewWorkItem item;
    item.entity = documentRef(document.id);
    item.kind = kind;
    item.assignee = std::move(assignee);
    item.agencyId = document.agencyId;
    item.title = document.subject;
    item.subtitle = document.symbol + " · " + document.issuerName;
    item.fromName = fromName;
    item.urgency = json::nameOf(document.urgency);
    item.link = documentLink(document.id);
    item.documentType = mandateTypeOf(document.typeId);
    return item;
}

}  // namespace

directory::PostInfo Submission::requireLeader(const http::Caller& caller, std::string_view postId, const std::string& pointer) const {
    auto post = directory_.post(postId);
    const bool isLeader = post && post->isActive && post->agencyId == caller.agencyId &&
                          std::binary_search(post->permissions.begin(), post->permissions.end(), kDirectPermission);
    if (!isLeader) {
        throw AppError::invalidField(pointer, "incoming.not-a-leader");
    }
    return std::move(*post);
}

void Submission::submit(db::Tx& tx, const http::Caller& caller, IncomingDocument& document, const directory::PostInfo& leader,
                        std::string_view note) const {
    DocumentChanges::move(document, DocumentAct::submit);
    document.submittedToPostId = leader.id;
    document.submittedToName = leader.personName;
    inbox_.complete(tx, documentRef(document.id), "");
    askLeader(tx, document, caller.personName);
    json::Writer detail;
    detail.beginObject().key("to").string(leader.personName).key("title").string(leader.title).endObject();
    history_.note(tx, caller, documentRef(document.id), "submitted", note, detail.take());
}

void Submission::leaveWithClerks(db::Tx& tx, const IncomingDocument& document, std::string_view fromName) const {
    auto item = itemFor(document, kWorkSubmit, inbox::Assignee::unit(document.agencyId, "incoming.register"), fromName);
    item.dueOn = calendar_.addWorkingDays(clock_.today(), 1);
    inbox_.create(tx, item);
}

void Submission::askLeader(db::Tx& tx, const IncomingDocument& document, std::string_view fromName) const {
    auto item = itemFor(document, kWorkDirect, inbox::Assignee::post(document.submittedToPostId.value_or("")), fromName);
    item.dueOn = document.dueOn;
    inbox_.create(tx, item);
}

}  // namespace congvu::incoming
