// SPDX-License-Identifier: Apache-2.0
#include "service/TransferDocument.h"

#include "domain/Links.h"
#include "service/HandlingUnit.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/json/Writer.h"

#include <algorithm>
#include <set>

namespace congvu::incoming {

namespace {

EntityRef transferRef(const std::string& id) {
    return {"incoming", "transfer", id};
}

std::string recipientPointer(std::size_t index, const TransferRecipient& recipient) {
    return "/recipients/" + std::to_string(index) + (recipient.unitId ? "/unitId" : "/postId");
}

/// The recipient's name, or nothing when it is no division and no post of the agency.
std::optional<std::string> recipientName(const directory::Directory& directory, const http::Caller& caller,
                                         const TransferRecipient& recipient) {
    if (recipient.unitId) {
        const auto unit = directory.unit(*recipient.unitId);
        const bool isDivision = unit && unit->isActive && !unit->isAgency && unit->agencyId == caller.agencyId;
        return isDivision ? std::optional{unit->name} : std::nullopt;
    }
    const auto post = directory.post(recipient.postId.value_or(""));
    const bool isOurs = post && post->isActive && post->agencyId == caller.agencyId;
    return isOurs ? std::optional{post->personName + " – " + post->title} : std::nullopt;
}

/// What was transferred cannot be entrusted: no mandate names it.
bool holds(const http::Caller& caller, const Transfer& transfer) {
    const bool isRecipient =
        transfer.toPostId == caller.postId || (transfer.toUnitId == caller.unitId && caller.may(TransferDocument::kPermission));
    return isRecipient && !caller.behalf;
}

bool mayRecall(const http::Caller& caller, const Transfer& transfer) {
    const bool isSender = transfer.fromPostId == caller.postId || (!transfer.previousId && caller.may("incoming.register"));
    return isSender && caller.may(TransferDocument::kPermission);
}

/// Who has read it is for whom it was sent by, and for whoever reads the whole agency's documents.
bool seesReceipts(const http::Caller& caller, const Transfer& transfer) {
    return transfer.fromPostId == caller.postId || caller.may(DocumentAccess::kReadAll);
}

inbox::Assignee assigneeOf(const Transfer& transfer) {
    if (transfer.toPostId) {
        return inbox::Assignee::post(*transfer.toPostId);
    }
    const auto permission = transfer.kind == TransferKind::handle ? TransferDocument::kPermission : "incoming.read";
    return inbox::Assignee::unit(transfer.toUnitId.value_or(""), std::string{permission});
}

std::string transferDetail(const Transfer& transfer) {
    json::Writer detail;
    detail.beginObject().key("to").string(transfer.toName).key("from").string(transfer.fromName);
    detail.key("transfer").string(transfer.id).endObject();
    return detail.take();
}

AppError notNow(const IncomingDocument& document) {
    return {ErrorKind::conflict, "incoming.not-now", {{"state", std::string{json::nameOf(document.state)}}}};
}

}  // namespace

std::vector<Transfer> TransferDocument::build(const http::Caller& caller, const TransferInput& input) const {
    std::vector<FieldError> errors;
    std::vector<Transfer> transfers;
    std::set<std::string> seen;
    if (input.kind == TransferKind::handle && input.recipients.size() > 1) {
        errors.push_back({"/recipients", "incoming.one-holder", {}});
    }
    if (input.dueOn && *input.dueOn < needs_.clock.today()) {
        errors.push_back({"/dueOn", "incoming.deadline-in-past", {}});
    }
    for (std::size_t index = 0; index < input.recipients.size(); ++index) {
        const auto& recipient = input.recipients[index];
        const auto pointer = recipientPointer(index, recipient);
        if (recipient.unitId.has_value() == recipient.postId.has_value()) {
            errors.push_back({pointer, "incoming.unit-or-post", {}});
            continue;
        }
        const auto name = recipientName(needs_.directory, caller, recipient);
        if (!name) {
            errors.push_back({pointer, recipient.unitId ? "incoming.unknown-unit" : "incoming.unknown-post", {}});
            continue;
        }
        Transfer transfer;
        transfer.id = newId();
        transfer.kind = input.kind;
        transfer.fromPostId = caller.postId;
        transfer.fromName = caller.personName;
        transfer.fromTitle = caller.postTitle;
        transfer.toUnitId = recipient.unitId;
        transfer.toPostId = recipient.postId;
        transfer.toName = *name;
        transfer.note = input.note;
        transfer.dueOn = input.dueOn;
        transfer.sentAt = needs_.clock.now();
        if (!seen.insert(transfer.accessToken()).second) {
            errors.push_back({pointer, "incoming.assigned-twice", {}});
        }
        transfers.push_back(std::move(transfer));
    }
    if (!errors.empty()) {
        throw AppError::invalid(errors);
    }
    return transfers;
}

std::vector<TransferView> TransferDocument::run(const http::Caller& caller, std::string_view documentId, const TransferInput& input) const {
    auto transfers = build(caller, input);
    needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, caller, documentId);
        for (auto& transfer : transfers) {
            transfer.documentId = document.id;
            input.kind == TransferKind::handle ? handle(tx, caller, document, transfer) : inform(tx, caller, document, transfer);
        }
        needs_.search.put(tx, document);
        needs_.changes.refreshPages(tx, document.agencyId, document.id);
    });
    std::vector<TransferView> views;
    views.reserve(transfers.size());
    for (const auto& transfer : transfers) {
        views.push_back(viewFor(caller, transfer));
    }
    return views;
}

void TransferDocument::handle(db::Tx& tx, const http::Caller& caller, IncomingDocument& document, Transfer& transfer) const {
    const auto before = document.state;
    auto holding = transfers_.holding(tx, document.id);
    if (holding && !holds(caller, *holding)) {
        throw notNow(document);
    }
    if (!holding && !caller.may(DocumentAccess::kReadAll)) {
        throw AppError::forbidden();
    }
    if (holding && holding->accessToken() == transfer.accessToken()) {
        throw AppError(ErrorKind::conflict, "incoming.holds-already");
    }
    DocumentChanges::move(document, DocumentAct::transfer);
    if (holding) {
        transfer.previousId = holding->id;
        end(tx, *holding, TransferState::forwarded, transfer.note);
    }
    document.submittedToPostId.reset();
    document.submittedToName = transfer.toName;
    document.dueOn = document.dueOn ? document.dueOn : transfer.dueOn;
    needs_.inbox.complete(tx, documentRef(document.id), "");
    needs_.changes.save(tx, document, before);
    figures_.setUnit(tx, document, handlingUnit(needs_.directory, transfer.toUnitId, transfer.toPostId));
    place(tx, caller, document, transfer);
    if (!holding) {
        needs_.sender.tellForDocument(tx, caller, document, status::kAssigned);
    }
}

void TransferDocument::inform(db::Tx& tx, const http::Caller& caller, const IncomingDocument& document, Transfer& transfer) const {
    if (tabOf(document.state) == DocumentTab::stopped) {
        throw notNow(document);
    }
    for (const auto& before : transfers_.ofDocument(tx, document.id)) {
        const bool isStanding = before.kind == TransferKind::inform && before.state != TransferState::recalled;
        if (isStanding && before.accessToken() == transfer.accessToken()) {
            transfer = before;
            return;
        }
    }
    place(tx, caller, document, transfer);
}

void TransferDocument::place(db::Tx& tx, const http::Caller& caller, const IncomingDocument& document, const Transfer& transfer) const {
    transfers_.insert(tx, document.agencyId, transfer);
    access_.grant(tx, document.id, transfer.accessToken(), transfer.id);
    openWork(tx, document, transfer);
    const std::string_view act = transfer.kind == TransferKind::inform ? "informed" : transfer.previousId ? "forwarded" : "transferred";
    needs_.history.note(tx, caller, documentRef(document.id), act, transfer.note, transferDetail(transfer));
}

void TransferDocument::openWork(db::Tx& tx, const IncomingDocument& document, const Transfer& transfer) const {
    const bool isHandled = transfer.kind == TransferKind::handle;
    inbox::NewWorkItem item;
    item.entity = isHandled ? documentRef(document.id) : transferRef(transfer.id);
    item.kind = isHandled ? kWorkHandle : kWorkInform;
    item.assignee = assigneeOf(transfer);
    item.agencyId = document.agencyId;
    item.title = document.subject;
    item.subtitle = document.symbol + " · " + document.issuerName;
    item.fromName = transfer.fromName;
    item.urgency = json::nameOf(document.urgency);
    item.dueOn = isHandled ? transfer.dueOn : std::nullopt;
    item.link = documentLink(document.id);
    needs_.inbox.create(tx, item);
}

Transfer TransferDocument::require(db::Reader& reader, const IncomingDocument& document, std::string_view transferId) const {
    auto transfer = transfers_.find(reader, document.id, transferId);
    if (!transfer) {
        throw AppError::notFound();
    }
    return std::move(*transfer);
}

void TransferDocument::end(db::Tx& tx, Transfer& transfer, TransferState state, std::string_view note) const {
    transfer.state = state;
    transfer.endNote = note;
    transfer.endedAt = needs_.clock.now();
    if (!transfers_.move(tx, transfer, TransferState::open)) {
        throw AppError(ErrorKind::conflict, "incoming.transfer-gone");
    }
}

void TransferDocument::putBack(db::Tx& tx, const http::Caller& caller, IncomingDocument& document, const Transfer& transfer,
                               DocumentAct act) const {
    access_.revoke(tx, document.id, transfer.id);
    needs_.inbox.complete(tx, documentRef(document.id), "");
    const auto before = document.state;
    std::string unitId;
    auto previous = transfer.previousId ? transfers_.find(tx, document.id, *transfer.previousId) : std::nullopt;
    if (previous && previous->state == TransferState::forwarded) {
        previous->state = TransferState::open;
        previous->endedAt.reset();
        previous->endNote.clear();
        if (!transfers_.move(tx, *previous, TransferState::forwarded)) {
            throw AppError(ErrorKind::conflict, "incoming.transfer-gone");
        }
        document.submittedToName = previous->toName;
        unitId = handlingUnit(needs_.directory, previous->toUnitId, previous->toPostId);
        openWork(tx, document, *previous);
    } else {
        DocumentChanges::move(document, act);
        document.submittedToName.clear();
        needs_.submission.leaveWithClerks(tx, document, caller.personName);
    }
    needs_.changes.save(tx, document, before);
    figures_.setUnit(tx, document, unitId);
    needs_.search.put(tx, document);
}

void TransferDocument::takeBackInformation(db::Tx& tx, const IncomingDocument& document, const Transfer& transfer) const {
    access_.revoke(tx, document.id, transfer.id);
    needs_.inbox.complete(tx, transferRef(transfer.id), "");
    needs_.search.put(tx, document);
    needs_.changes.refreshPages(tx, document.agencyId, document.id);
}

void TransferDocument::recall(const http::Caller& caller, std::string_view documentId, std::string_view transferId,
                              std::string_view reason) const {
    needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, caller, documentId);
        auto transfer = require(tx, document, transferId);
        if (!mayRecall(caller, transfer)) {
            throw AppError::forbidden();
        }
        const auto detail = transferDetail(transfer);
        end(tx, transfer, TransferState::recalled, reason);
        transfer.kind == TransferKind::handle ? putBack(tx, caller, document, transfer, DocumentAct::recallTransfer)
                                              : takeBackInformation(tx, document, transfer);
        needs_.history.note(tx, caller, documentRef(document.id), "transfer-recalled", reason, detail);
    });
}

void TransferDocument::giveBack(const http::Caller& caller, std::string_view documentId, std::string_view transferId,
                                std::string_view reason) const {
    needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, caller, documentId);
        auto transfer = require(tx, document, transferId);
        if (transfer.kind != TransferKind::handle || !holds(caller, transfer)) {
            throw AppError::forbidden();
        }
        end(tx, transfer, TransferState::returned, reason);
        putBack(tx, caller, document, transfer, DocumentAct::returnTransfer);
        needs_.history.note(tx, caller, documentRef(document.id), "transfer-returned", reason, transferDetail(transfer));
        needs_.notifications.send(tx, {transfer.fromPostId,
                                       documentRef(document.id),
                                       "incoming.notify.transfer-returned",
                                       {{"symbol", document.symbol}, {"from", caller.personName}, {"reason", std::string{reason}}},
                                       documentLink(document.id)});
    });
}

IncomingDocument TransferDocument::complete(const http::Caller& caller, std::string_view documentId, std::string_view transferId,
                                            std::string_view note) const {
    return needs_.db.write([&](db::Tx& tx) {
        auto document = needs_.changes.require(tx, caller, documentId);
        auto transfer = require(tx, document, transferId);
        if (transfer.kind != TransferKind::handle || !holds(caller, transfer)) {
            throw AppError::forbidden();
        }
        end(tx, transfer, TransferState::done, note);
        needs_.closing.complete(tx, caller, document, DocumentAct::close, note);
        return document;
    });
}

void TransferDocument::markRead(const http::Caller& caller, std::string_view documentId) const {
    needs_.db.write([&](db::Tx& tx) {
        const auto document = needs_.changes.require(tx, caller, documentId);
        const auto now = needs_.clock.now();
        readMarks_.mark(tx, caller.personId, document.id, now);
        for (auto& transfer : transfers_.openFor(tx, document.id, caller)) {
            transfers_.receipt(tx, transfer.id, caller, now);
            if (transfer.kind == TransferKind::inform && !caller.behalf) {
                needs_.inbox.complete(tx, transferRef(transfer.id), kWorkInform);
            }
        }
    });
}

TransferView TransferDocument::viewFor(const http::Caller& caller, const Transfer& transfer) const {
    TransferView view{transfer, seesReceipts(caller, transfer), {}, {}};
    if (transfer.state != TransferState::open) {
        return view;
    }
    if (mayRecall(caller, transfer)) {
        view.acts.emplace_back("recall");
    }
    if (transfer.kind == TransferKind::handle && holds(caller, transfer)) {
        view.acts.emplace_back("complete");
        view.acts.emplace_back("return");
        if (caller.may(kPermission)) {
            view.acts.emplace_back("forward");
        }
    }
    return view;
}

std::vector<TransferView> TransferDocument::ofDocument(const http::Caller& caller, std::string_view documentId) const {
    return needs_.db.read([&](db::Reader& reader) {
        const auto document = needs_.changes.require(reader, caller, documentId);
        std::vector<TransferView> views;
        for (const auto& transfer : transfers_.ofDocument(reader, document.id)) {
            views.push_back(viewFor(caller, transfer));
        }
        for (const auto& [transferId, receipt] : transfers_.receipts(reader, document.id)) {
            const auto owner = std::ranges::find_if(views, [&id = transferId](const TransferView& view) { return view.transfer.id == id; });
            if (owner != views.end() && owner->hasReceipts) {
                owner->receipts.push_back(receipt);
            }
        }
        return views;
    });
}

}  // namespace congvu::incoming
