// SPDX-License-Identifier: Apache-2.0
#include "service/Issuing.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/ports/DocumentDirectory.h"
#include "domain/SendingRule.h"

#include <algorithm>
#include <set>

namespace congvu::outgoing {

namespace {

/// Those whom the exchange reaches.
std::vector<IssuedRecipient> namesOf(const std::vector<Recipient>& recipients) {
    std::vector<IssuedRecipient> names;
    names.reserve(recipients.size());
    for (const auto& recipient : recipients) {
        if (recipient.carriage == Carriage::electronic) {
            names.push_back({recipient.deliveryId, recipient.agencyId, recipient.name});
        }
    }
    return names;
}

/// The timeline's word for news that people should see; empty for plain progress.
std::string_view actOf(std::string_view status) {
    if (status == "02") {
        return "outgoing.refused";
    }
    if (status == "15") {
        return "outgoing.recall-agreed";
    }
    return status == "16" ? "outgoing.recall-refused" : "";
}

/// "15-UBND-VP.pdf": the symbol's slash is no part of a file name.
std::string issuedFileName(const OutgoingDocument& document) {
    auto name = document.numberAndSymbol.empty() ? document.formId : document.numberAndSymbol;
    std::ranges::replace(name, '/', '-');
    return name + ".pdf";
}

}  // namespace

OutgoingDocument Issuing::number(const http::Caller& caller, std::string_view id, const NumberInput& input) {
    const auto today = services_.clock.today();
    const auto date = input.documentDate.value_or(today);
    if (date > today) {
        throw AppError::invalidField("/documentDate", "outgoing.date-in-future", {{"date", date.toDisplay()}});
    }
    return services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "number");
        checkNotBeforeSignature(tx, document, date);
        desk_.checkDate(tx, document, date);
        numbers_.give(tx, document, date, input.reservedNumber);
        document.state = DocumentState::numbered;
        services_.inbox.complete(tx, refOf(document), {});
        desk_.requestSeal(tx, caller, document);
        seals_.ask(tx, caller, document);
        work_.keep(tx, document);
        work_.index(tx, document);
        work_.note(tx, caller, document, "outgoing.numbered", {}, R"({"number":)" + json::toText(document.numberAndSymbol) + "}");
        return document;
    });
}

void Issuing::cancelNumber(const http::Caller& caller, std::string_view id, std::string_view reason) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "cancel-number");
        numbers_.cancel(tx, caller, document, reason);
        const auto cancelled = document.numberAndSymbol;
        desk_.withdraw(tx, document);
        seals_.forget(tx, document);
        forgetNumber(tx, document);
        work_.askClerks(tx, document, "outgoing.number", caller.personName);
        work_.keep(tx, document);
        work_.index(tx, document);
        work_.note(tx, caller, document, "outgoing.number-cancelled", reason, R"({"number":)" + json::toText(cancelled) + "}");
    });
}

void Issuing::askSeal(const http::Caller& caller, std::string_view id) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "seal");
        const bool isOwnLacking = document.state == DocumentState::numbered && !document.requestId;
        if (isOwnLacking) {
            desk_.requestSeal(tx, caller, document);
        }
        if (seals_.ask(tx, caller, document) == 0 && !isOwnLacking) {
            throw AppError{ErrorKind::conflict, "outgoing.not-now"};
        }
        services_.inbox.complete(tx, refOf(document), {});
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.seal-asked");
    });
}

void Issuing::address(const http::Caller& caller, std::string_view id, const std::vector<RecipientInput>& recipients) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "dispatch");
        work_.dispatch.replaceRecipients(tx, id, choice_.resolve(tx, document.agencyId, recipients, "/recipients"));
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.addressed");
    });
}

OutgoingDocument Issuing::issue(const http::Caller& caller, std::string_view id) {
    return services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "issue");
        document.state = DocumentState::issued;
        document.issuedAt = services_.clock.now();
        dispatching_.begin(tx, document);
        services_.inbox.complete(tx, refOf(document), {});
        auto sent = publishIssued(tx, caller, document);
        tellEarlier(tx, caller, document);
        work_.keep(tx, document);
        countIt(tx, document);
        work_.index(tx, document);
        work_.note(tx, caller, document, "outgoing.issued", {},
                   json::toText(IssueRecord{document.numberAndSymbol, sent.file.sha256, std::move(sent.attachments)}));
        return document;
    });
}

void Issuing::recall(const http::Caller& caller, std::string_view id, std::string_view reason) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.requireAct(tx, caller, id, "recall");
        document.recallReason = reason;
        const auto holders = dispatching_.askBack(tx, document, reason);
        document.state = holders.empty() ? DocumentState::recalled : DocumentState::recalling;
        if (auto names = namesOf(holders); !names.empty()) {
            services_.events.publish(tx, {"outgoing.recall-requested.v1", refOf(document), document.agencyId, caller.postId},
                                     RecallEvent{document.id, document.agencyId, std::string{reason}, std::move(names)});
        }
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.recall-requested", reason);
    });
}

void Issuing::signatureArrived(std::string_view documentId, std::string_view requestId, bool isAgency, const std::string& signerPostId,
                               const files::StoredFile& file) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.documents.findForSystem(tx, documentId);
        const auto expected = isAgency ? DocumentState::numbered : DocumentState::toSign;
        if (!document || document->state != expected || document->requestId != std::string{requestId}) {
            return;  // delivered twice, or overtaken by a later act
        }
        const auto now = services_.clock.now();
        const auto stored =
            services_.files.record(tx, {file.sha256, file.sizeBytes}, issuedFileName(*document), file.mediaType, refOf(*document));
        work_.dispatch.addRevision(tx, documentId, isAgency ? "sealed" : "signed", stored.id, now);
        document->fileId = stored.id;
        document->requestId.reset();
        document->state = isAgency ? DocumentState::sealed : DocumentState::signedOff;
        if (!isAgency) {
            document->signedAt = now;
            work_.steps.decide(tx, documentId, document->currentStep, "passed", {}, now);
        }
        const auto signer = work_.callerOfPost(signerPostId);
        if (isAgency && work_.appendices.unsealed(tx, documentId) > 0) {
            services_.inbox.complete(tx, refOf(*document), {});  // the last seal of an appendix asks the clerks
        } else {
            work_.askClerks(tx, *document, isAgency ? "outgoing.issue" : "outgoing.number", signer.personName);
        }
        work_.keep(tx, *document);
    });
}

void Issuing::fileExtended(std::string_view documentId, std::string_view fromSha256, const files::StoredFile& file) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.documents.findForSystem(tx, documentId);
        const auto current = document && document->fileId ? services_.files.find(tx, *document->fileId) : std::nullopt;
        if (!current || current->sha256 != fromSha256 || !isSignedOff(document->state) || document->requestId) {
            return;  // delivered twice, or overtaken by a later act
        }
        const auto stored = services_.files.record(tx, {file.sha256, file.sizeBytes}, current->name, file.mediaType, refOf(*document));
        work_.dispatch.addRevision(tx, documentId, "extended", stored.id, services_.clock.now());
        document->fileId = stored.id;
        work_.keep(tx, *document);
    });
}

void Issuing::sealReturned(std::string_view documentId, std::string_view requestId, std::string_view postId) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.documents.findForSystem(tx, documentId);
        if (!document || document->state != DocumentState::numbered || document->requestId != std::string{requestId}) {
            return;  // delivered twice, or overtaken by a later act
        }
        document->requestId.reset();
        const auto clerk = work_.callerOfPost(postId);
        work_.askClerks(tx, *document, "outgoing.seal", clerk.personName);
        work_.keep(tx, *document);
    });
}

void Issuing::statusArrived(std::string_view documentId, std::string_view deliveryId, const StatusNews& news) {
    services_.db.write([&](db::Tx& tx) {
        auto document = work_.documents.findForSystem(tx, documentId);
        const auto before = document ? work_.dispatch.recipient(tx, documentId, deliveryId) : std::nullopt;
        const auto after = before ? afterNews(*before, news, services_.clock.now()) : std::nullopt;
        if (!after) {
            return;  // delivered twice, or about something that is over
        }
        work_.dispatch.updateRecipient(tx, document->id, *after, {news.status, news.reason, news.at.value_or(after->updatedAt)});
        if (const auto act = actOf(news.status); !act.empty()) {
            services_.timeline.append(tx, recipientAsActor(*after), refOf(*document), act, news.reason);
        }
        if (news.status == "02" || news.status == "16") {
            tellRefusal(tx, *document, news);
        }
        endRecall(tx, *document);
        work_.keep(tx, *document);
    });
}

IssuedEvent Issuing::publishIssued(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& document) {
    const auto agency = services_.directory.unit(document.agencyId);
    IssuedEvent event;
    event.documentId = document.id;
    event.number = document.number.value_or(0);
    event.symbol = document.symbol;
    event.numberAndSymbol = document.numberAndSymbol;
    event.typeId = document.typeAbbreviation;
    event.typeName = document.typeName;
    event.subject = document.subject;
    event.documentDate = document.documentDate.value();
    event.signerName = document.signerName;
    event.signerTitle = document.signerTitle;
    event.urgency = document.urgency;
    event.senderAgencyId = document.agencyId;
    event.senderName = agency ? agency->name : std::string{};
    event.senderOrganId = agency ? agency->organId : std::string{};
    event.dueOn = document.dueOn;
    event.pages = document.pages;
    event.file = services_.files.find(tx, document.fileId.value()).value();
    for (const auto& appendix : work_.appendices.of(tx, document.id)) {
        if (const auto file = services_.files.find(tx, appendix.currentFileId())) {
            event.attachments.push_back({file->id, file->name, file->mediaType, file->sha256, file->sizeBytes, appendix.position,
                                         appendix.title, appendix.sealedFileId.has_value()});
        }
    }
    event.recipients = namesOf(work_.dispatch.recipients(tx, document.id));
    event.sourceTaskId = document.sourceTaskId;
    event.sourceDocumentId = document.sourceDocumentId;
    const auto incoming = services_.ports.find<ports::DocumentDirectory>();
    if (incoming && document.sourceDocumentId) {
        const auto source = incoming->find(tx, caller, *document.sourceDocumentId);
        event.answersSymbol = source ? std::optional{source->numberAndSymbol} : std::nullopt;
    }
    services_.events.publish(tx, {"outgoing.document-issued.v1", refOf(document), document.agencyId, caller.postId}, event);
    return event;
}

void Issuing::countIt(db::Tx& tx, const OutgoingDocument& document) const {
    const auto issuedAt = document.issuedAt.value_or(services_.clock.now());
    const auto signedAt = document.signedAt.value_or(issuedAt);
    figures_.insert(tx, document, sendingOf(calendar_, signedAt, issuedAt, document.urgency));
}

void Issuing::tellEarlier(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& document) const {
    for (const auto& relation : work_.relations.of(tx, document.id)) {
        const EntityRef earlier{"outgoing", "document", relation.documentId};
        const auto act = "outgoing." + std::string{json::nameOf(relation.kind)} + "-it";
        const auto detail = R"({"number":)" + json::toText(document.numberAndSymbol) + "}";
        services_.timeline.append(tx, caller, earlier, act, {}, detail);
        services_.audit.record(tx, caller, act, earlier, detail);
        if (const auto mended = work_.documents.findForSystem(tx, relation.documentId)) {
            dispatching_.tellMended(tx, caller, *mended, relation.kind, document);
        }
    }
}

void Issuing::forgetNumber(db::Reader& reader, OutgoingDocument& document) const {
    // Number and date were written in the revision of the seal, so the one before it has none.
    document.fileId = work_.dispatch.revisionFile(reader, document.id, "signed");
    document.state = DocumentState::signedOff;
    document.number.reset();
    document.numberGroup.clear();
    document.symbol.clear();
    document.numberAndSymbol.clear();
    document.documentDate.reset();
}

void Issuing::checkNotBeforeSignature(db::Reader& reader, const OutgoingDocument& document, Date date) const {
    const auto signedAt = work_.dispatch.revisionTime(reader, document.id, "signed");
    if (signedAt && date < dayInVietnam(*signedAt)) {
        // Decree 30/2020, Art. 15–18: number and date are given after the signature, never before it.
        throw AppError::invalidField("/documentDate", "outgoing.date-before-signature", {{"date", dayInVietnam(*signedAt).toDisplay()}});
    }
}

http::Caller Issuing::recipientAsActor(const Recipient& recipient) const {
    http::Caller actor;
    actor.personName = recipient.name;
    actor.agencyId = recipient.agencyId;
    actor.agencyName = recipient.name;
    return actor;
}

void Issuing::tellRefusal(db::Tx& tx, const OutgoingDocument& document, const StatusNews& news) {
    const std::string messageId = news.status == "02" ? "outgoing.notify.refused" : "outgoing.notify.recall-refused";
    std::set<std::string> postIds{document.drafterPostId};
    for (const auto& post : services_.directory.postsOfAgency(document.agencyId, "outgoing.issue")) {
        postIds.insert(post.id);
    }
    for (const auto& postId : postIds) {
        services_.notifications.send(
            tx, {postId, refOf(document), messageId, {{"number", document.numberAndSymbol}, {"reason", news.reason}}, linkOf(document)});
    }
}

void Issuing::endRecall(db::Reader& reader, OutgoingDocument& document) const {
    if (document.state != DocumentState::recalling) {
        return;
    }
    const auto recipients = work_.dispatch.recipients(reader, document.id);
    if (!std::ranges::all_of(recipients, hasAnsweredRecall)) {
        return;
    }
    document.state = std::ranges::all_of(recipients, holdsNothing) ? DocumentState::recalled : DocumentState::issued;
}

}  // namespace congvu::outgoing
