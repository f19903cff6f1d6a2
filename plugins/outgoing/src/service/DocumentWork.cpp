// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentWork.h"

#include "congvu/error/AppError.h"
#include "domain/MandateSubject.h"

#include <algorithm>
#include <set>

namespace congvu::outgoing {

EntityRef refOf(const OutgoingDocument& document) {
    return {"outgoing", "document", document.id};
}

std::string linkOf(const OutgoingDocument& document) {
    return "/outgoing/documents/" + document.id;
}

ActingPost actingPostOf(const http::Caller& caller) {
    return {caller.postId, caller.may("outgoing.issue"), caller.may("outgoing.sign"), caller.behalf ? caller.behalf->mandateId : ""};
}

OutgoingDocument DocumentWork::require(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    auto found = documents.find(reader, caller, id);
    if (!found) {
        throw AppError::notFound();
    }
    found->signingMandateId = found->state == DocumentState::toSign ? signingMandates.of(reader, id) : std::string{};
    const bool isAboutSeals = found->state == DocumentState::numbered || found->state == DocumentState::sealed;
    found->unsealedAppendices = isAboutSeals ? appendices.unsealed(reader, id) : 0;
    return std::move(*found);
}

OutgoingDocument DocumentWork::requireAct(db::Reader& reader, const http::Caller& caller, std::string_view id, std::string_view act) const {
    auto document = require(reader, caller, id);
    const auto acts = actsOf(document, steps.chain(reader, id), actingPostOf(caller));
    if (std::ranges::find(acts, act) == acts.end()) {
        throw AppError{ErrorKind::conflict, "outgoing.not-now"};
    }
    requireMandate(reader, caller, document);
    return document;
}

void DocumentWork::requireMandate(db::Reader& reader, const http::Caller& caller, const OutgoingDocument& document) const {
    if (!caller.behalf) {
        return;
    }
    const bool isToSign = document.state == DocumentState::toSign;
    services_.mandates.require(reader, caller, isToSign ? mandates::Act::sign : mandates::Act::review,
                               {document.unitId, mandateTypeOf(document)});
    const auto drafter = services_.directory.post(document.drafterPostId);
    if (drafter && drafter->personId == caller.personId) {
        // Nobody checks or signs for another what he has written himself.
        throw AppError{ErrorKind::conflict, "outgoing.own-draft"};
    }
}

void DocumentWork::keep(db::Tx& tx, OutgoingDocument& document) const {
    document.updatedAt = services_.clock.now();
    if (!documents.update(tx, document, document.version)) {
        throw AppError::stale();
    }
    ++document.version;
    refresh(tx, document);
}

void DocumentWork::refresh(db::Tx& tx, const OutgoingDocument& document) const {
    services_.notifications.invalidate(tx, watchersOf(tx, document), {"outgoing/documents/" + document.id, "outgoing/list"});
}

void DocumentWork::note(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& document, std::string_view act,
                        std::string_view words, std::string detailJson) const {
    services_.timeline.append(tx, caller, refOf(document), act, words, detailJson);
    services_.audit.record(tx, caller, act, refOf(document), std::move(detailJson));
}

void DocumentWork::askPost(db::Tx& tx, const OutgoingDocument& document, std::string_view kind, const std::string& postId,
                           std::string_view fromName) const {
    services_.inbox.complete(tx, refOf(document), {});
    auto item = workItem(document, kind, fromName);
    item.assignee = inbox::Assignee::post(postId);
    services_.inbox.create(tx, item);
    documents.grant(tx, document.id, "post:" + postId);
}

void DocumentWork::askClerks(db::Tx& tx, const OutgoingDocument& document, std::string_view kind, std::string_view fromName) const {
    services_.inbox.complete(tx, refOf(document), {});
    std::set<std::string> units;
    for (const auto& post : services_.directory.postsOfAgency(document.agencyId, "outgoing.issue")) {
        units.insert(post.unitId);
    }
    auto item = workItem(document, kind, fromName);
    for (const auto& unit : units) {
        item.assignee = inbox::Assignee::unit(unit, "outgoing.issue");
        services_.inbox.create(tx, item);
    }
}

void DocumentWork::index(db::Tx& tx, const OutgoingDocument& document) const {
    search::SearchDocument found;
    found.entity = refOf(document);
    found.agencyId = document.agencyId;
    found.title = document.subject;
    found.subtitle = document.numberAndSymbol.empty() ? document.typeName : document.numberAndSymbol + " · " + document.typeName;
    found.text = document.drafterName + " " + document.signerName;
    found.date = document.documentDate.value_or(dayInVietnam(document.updatedAt));
    found.link = linkOf(document);
    found.accessTokens = documents.tokens(tx, document.id);
    found.accessTokens.push_back("agency-with:" + document.agencyId + ":outgoing.read-all");
    services_.search.put(tx, found);
}

http::Caller DocumentWork::callerOfPost(std::string_view postId) const {
    http::Caller caller;
    if (const auto post = services_.directory.post(postId)) {
        caller.personId = post->personId;
        caller.personName = post->personName;
        caller.postId = post->id;
        caller.postTitle = post->title;
        caller.unitId = post->unitId;
        caller.unitName = post->unitName;
        caller.agencyId = post->agencyId;
    }
    return caller;
}

std::vector<std::string> DocumentWork::watchersOf(db::Reader& reader, const OutgoingDocument& document) const {
    constexpr std::string_view kPostToken = "post:";
    std::vector<std::string> postIds;
    for (const auto& token : documents.tokens(reader, document.id)) {
        if (token.starts_with(kPostToken)) {
            postIds.push_back(token.substr(kPostToken.size()));
        }
    }
    if (isSignedOff(document.state)) {
        for (const auto& clerk : services_.directory.postsOfAgency(document.agencyId, "outgoing.issue")) {
            postIds.push_back(clerk.id);
        }
    }
    return postIds;
}

inbox::NewWorkItem DocumentWork::workItem(const OutgoingDocument& document, std::string_view kind, std::string_view fromName) const {
    inbox::NewWorkItem item;
    item.entity = refOf(document);
    item.kind = kind;
    item.agencyId = document.agencyId;
    item.title = document.subject;
    item.subtitle = document.numberAndSymbol.empty() ? document.typeName : document.numberAndSymbol;
    item.fromName = fromName;
    item.urgency = document.urgency;
    item.dueOn = document.dueOn;
    item.link = linkOf(document);
    item.unitId = document.unitId;
    item.documentType = mandateTypeOf(document);
    return item;
}

}  // namespace congvu::outgoing
