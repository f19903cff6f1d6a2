// SPDX-License-Identifier: Apache-2.0
#include "service/RegisterDocument.h"

#include "domain/FactRules.h"
#include "domain/FigureRules.h"
#include "domain/Links.h"
#include "domain/PublishedEvents.h"
#include "domain/RegistrationRules.h"
#include "service/ReceivingMandate.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Writer.h"

#include <chrono>

namespace congvu::incoming {

namespace {

const DocumentFile* mainFile(const std::vector<DocumentFile>& files) {
    return files.empty() ? nullptr : &files.front();
}

std::string registrationDetail(const IncomingDocument& document) {
    json::Writer detail;
    detail.beginObject().key("number").integer(document.arrivalNumber).key("symbol").string(document.symbol);
    if (document.registerCode != kCommonRegister) {
        detail.key("register").string(document.registerCode);
    }
    if (!document.backDateReason.empty()) {
        detail.key("arrivedOn").string(document.arrivedOn.toString()).key("backDateReason").string(document.backDateReason);
    }
    detail.endObject();
    return detail.take();
}

AppError duplicateError(const Duplicate& duplicate) {
    return {ErrorKind::conflict,
            "incoming.duplicate",
            {{"documentId", duplicate.documentId},
             {"number", std::to_string(duplicate.arrivalNumber)},
             {"symbol", duplicate.symbol},
             {"reason", duplicate.reason}}};
}

}  // namespace

IncomingDocument RegisterDocument::fromProposal(const http::Caller& clerk, std::string_view proposalId,
                                                const Registration& registration) const {
    check(clerk, registration);
    return needs_.db.write([&](db::Tx& tx) {
        const auto proposal = proposals_.find(tx, clerk.agencyId, proposalId);
        if (!proposal) {
            throw AppError::notFound();
        }
        if (proposal->state != ProposalState::ready && proposal->state != ProposalState::waiting) {
            throw AppError(ErrorKind::conflict, "incoming.proposal-gone");
        }
        Source source;
        source.files = fileRows_.ofOwner(tx, "proposal", proposal->id);
        source.content = proposal->content;
        source.isRecognised = proposal->recognition.has_value();
        source.verdict = proposal->verdict;
        source.pages = proposal->pages;
        auto document = write(tx, clerk, registration, source);
        if (!proposals_.finish(tx, proposal->id, ProposalState::registered, document.id, needs_.clock.now())) {
            throw AppError(ErrorKind::conflict, "incoming.proposal-gone");
        }
        counters_.add(tx, clerk.agencyId, counter::kQueue, -1);
        return document;
    });
}

IncomingDocument RegisterDocument::fromPaper(const http::Caller& clerk, const Registration& registration) const {
    check(clerk, registration);
    return needs_.db.write([&](db::Tx& tx) { return write(tx, clerk, registration, Source{}); });
}

IncomingDocument RegisterDocument::fromDelivery(const http::Caller& clerk, std::string_view deliveryId,
                                                const Registration& registration) const {
    check(clerk, registration);
    return needs_.db.write([&](db::Tx& tx) {
        auto delivery = deliveries_.find(tx, clerk.agencyId, deliveryId);
        if (!delivery) {
            throw AppError::notFound();
        }
        if (delivery->state != DeliveryState::arrived) {
            throw AppError(ErrorKind::conflict, "incoming.delivery-gone");
        }
        Source source;
        source.files = fileRows_.ofOwner(tx, "delivery", delivery->id);
        source.content = delivery->content;
        source.verdict = delivery->verdict;
        source.pages = delivery->pages;
        source.delivery = delivery;
        auto document = write(tx, clerk, registration, source);
        delivery->state = DeliveryState::registered;
        delivery->documentId = document.id;
        needs_.inbox.complete(tx, deliveryRef(delivery->id), "incoming.receive");
        counters_.add(tx, clerk.agencyId, counter::kArrived, -1);
        needs_.sender.tell(tx, clerk, *delivery, status::kReceived, {}, document.arrivalNumber);
        if (document.state == DocumentState::submitted) {
            needs_.sender.tell(tx, clerk, *delivery, status::kAssigned, {}, document.arrivalNumber);
        }
        return document;
    });
}

void RegisterDocument::check(const http::Caller& clerk, const Registration& registration) const {
    auto errors = checkFacts(registration.facts, needs_.clock.today(), "/facts", std::nullopt);
    const auto ofEntry = checkEntry(registration, needs_.clock.today(), needs_.books.backDateDays(clerk));
    errors.insert(errors.end(), ofEntry.begin(), ofEntry.end());
    if (!errors.empty()) {
        throw AppError::invalid(errors);
    }
    if (registration.submitToPostId) {
        [[maybe_unused]] const auto leader = needs_.submission.requireLeader(clerk, *registration.submitToPostId, "/submitToPostId");
    }
}

IncomingDocument RegisterDocument::write(db::Tx& tx, const http::Caller& clerk, const Registration& registration,
                                         const Source& source) const {
    requireReceiving(needs_.mandates, tx, clerk, registration.facts.typeId);
    const auto duplicate = duplicateIn(tx, clerk, registration, source);
    if (duplicate && registration.duplicateReason.empty()) {
        throw duplicateError(*duplicate);
    }
    IncomingDocument document;
    applyFacts(registration.facts, document);
    document.id = newId();
    document.agencyId = clerk.agencyId;
    document.pages = source.pages;
    document.verdict = source.verdict;
    document.deliveryId = source.delivery ? std::optional{source.delivery->id} : std::nullopt;
    document.registeredByPostId = clerk.postId;
    document.registeredByName = clerk.personName;
    document.registeredAt = needs_.clock.now();
    if (duplicate) {
        document.duplicateOf = duplicate->documentId;
        document.duplicateReason = registration.duplicateReason;
    }
    enter(tx, clerk, registration.entry, source, document);
    needs_.history.note(tx, clerk, documentRef(document.id), "registered", document.duplicateReason, registrationDetail(document));
    submitOrLeave(tx, clerk, registration, document);
    needs_.changes.count(tx, document);
    documents_.insert(tx, document);
    countIt(tx, document, source);
    readMarks_.mark(tx, clerk.personId, document.id, document.registeredAt);
    copyFiles(tx, document, source);
    contents_.put(tx, document.id, {source.content, source.isRecognised});
    issuers_.count(tx, clerk.agencyId, document.issuerName);
    needs_.changes.refreshPages(tx, document.agencyId, document.id);
    needs_.search.put(tx, document);
    publish(tx, clerk, document, source);
    return document;
}

void RegisterDocument::enter(db::Tx& tx, const http::Caller& clerk, const RegisterEntry& entry, const Source& source,
                             IncomingDocument& document) const {
    const auto book = needs_.books.findForEntry(tx, clerk, entry.registerCode);
    const bool hasContent = !source.files.empty() || !source.content.empty() || source.delivery.has_value();
    const auto errors = checkBook(book, entry, hasContent, needs_.books.mayBeSecret());
    if (!errors.empty()) {
        throw AppError::invalid(errors);
    }
    document.registerCode = entry.registerCode;
    document.arrivedOn = entry.arrivedOn.value_or(needs_.clock.today());
    document.backDateReason = document.arrivedOn < needs_.clock.today() ? entry.backDateReason : std::string{};
    document.secrecy = entry.secrecy;
    const auto sequence = sequenceOf(clerk.agencyId, entry.registerCode, document.arrivedOn.year());
    const auto reference = documentRef(document.id);
    document.arrivalNumber = entry.reservationId ? needs_.books.use(tx, clerk, *entry.reservationId, sequence, reference)
                                                 : needs_.registers.next(tx, sequence, reference);
}

std::optional<Duplicate> RegisterDocument::duplicateIn(db::Tx& tx, const http::Caller& clerk, const Registration& registration,
                                                       const Source& source) const {
    const auto* file = mainFile(source.files);
    const auto& facts = registration.facts;
    const Reference reference{facts.symbol, facts.issuerName, facts.documentDate, file == nullptr ? "" : file->stored.sha256};
    auto found = duplicates_.run(tx, clerk.agencyId, reference);
    return found.empty() ? std::nullopt : std::optional{std::move(found.front())};
}

void RegisterDocument::countIt(db::Tx& tx, const IncomingDocument& document, const Source& source) const {
    const auto deliveredAt = source.delivery ? std::optional{source.delivery->arrivedAt} : std::nullopt;
    const std::chrono::hours closing{needs_.settings.number("incoming.closing_hour", document.agencyId)};
    figures_.insert(tx, document, arrivalOf(document, deliveredAt), entryOf(needs_.calendar, document, deliveredAt, closing));
}

void RegisterDocument::copyFiles(db::Tx& tx, const IncomingDocument& document, const Source& source) const {
    int position = 0;
    for (const auto& file : source.files) {
        auto copy = file;
        copy.stored = needs_.files.record(tx, {file.stored.sha256, file.stored.sizeBytes}, file.stored.name, file.stored.mediaType,
                                          documentRef(document.id));
        fileRows_.insert(tx, {"document", document.id, document.agencyId}, copy, position++);
    }
}

void RegisterDocument::submitOrLeave(db::Tx& tx, const http::Caller& clerk, const Registration& registration,
                                     IncomingDocument& document) const {
    if (registration.submitToPostId) {
        const auto leader = needs_.submission.requireLeader(clerk, *registration.submitToPostId, "/submitToPostId");
        needs_.submission.submit(tx, clerk, document, leader, registration.submissionNote);
        needs_.habits.learn(tx, document, leader.id);
    } else {
        needs_.submission.leaveWithClerks(tx, document, clerk.personName);
    }
}

void RegisterDocument::publish(db::Tx& tx, const http::Caller& clerk, const IncomingDocument& document, const Source& source) const {
    DocumentRegistered payload{
        document.id, document.arrivalNumber, document.subject, document.symbol, document.issuerName, document.urgency, {}};
    if (source.delivery) {
        payload.sourceDelivery = SourceDelivery{source.delivery->outgoingDocumentId, source.delivery->senderAgencyId};
    }
    needs_.events.publish(tx, {std::string{event::kDocumentRegistered}, documentRef(document.id), document.agencyId, clerk.postId},
                          payload);
}

}  // namespace congvu::incoming
