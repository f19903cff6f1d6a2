// SPDX-License-Identifier: Apache-2.0
#include "service/Receipts.h"

#include "congvu/error/AppError.h"
#include "domain/RecipientStatus.h"

#include <algorithm>

namespace congvu::outgoing {

Receipts::Found Receipts::require(db::Reader& reader, std::string_view token) const {
    const auto receipt = receipts_.find(reader, token);
    auto document = receipt ? work_.documents.findForSystem(reader, receipt->documentId) : std::nullopt;
    auto recipient = document ? work_.dispatch.recipient(reader, receipt->documentId, receipt->deliveryId) : std::nullopt;
    if (!recipient) {
        throw AppError::notFound();
    }
    return {*receipt, std::move(*document), std::move(*recipient)};
}

std::vector<std::string> Receipts::fileIds(db::Reader& reader, const OutgoingDocument& document) const {
    if (!document.recallReason.empty() || !document.fileId) {
        return {};
    }
    auto ids = work_.appendices.deliveredFiles(reader, document.id);
    ids.insert(ids.begin(), *document.fileId);
    return ids;
}

ReceiptView Receipts::view(std::string_view token) const {
    return services_.db.read([&](db::Reader& reader) {
        const auto found = require(reader, token);
        const auto& document = found.document;
        const auto agency = services_.directory.unit(document.agencyId);
        ReceiptView view;
        view.issuerName = agency ? agency->name : std::string{};
        view.recipientName = found.recipient.name;
        view.typeName = document.typeName;
        view.numberAndSymbol = document.numberAndSymbol;
        view.documentDate = document.documentDate;
        view.subject = document.subject;
        view.issuedAt = document.issuedAt;
        view.confirmedBy = found.receipt.confirmedBy;
        view.confirmedAt = found.receipt.confirmedAt;
        view.isRecalled = !document.recallReason.empty();
        view.recallReason = document.recallReason;
        view.recallAnswer = found.recipient.recall;
        view.relations = work_.relations.views(reader, document.id);
        std::erase_if(view.relations, [](const RelationView& one) { return one.isOfThis; });
        for (const auto& id : fileIds(reader, document)) {
            if (const auto file = services_.files.find(reader, id)) {
                view.files.push_back({file->id, file->name, file->sizeBytes});
            }
        }
        return view;
    });
}

ReceiptDownload Receipts::file(std::string_view token, std::string_view fileId) const {
    return services_.db.read([&](db::Reader& reader) {
        const auto document = require(reader, token).document;
        const auto ids = fileIds(reader, document);
        auto file = std::ranges::find(ids, fileId) == ids.end() ? std::nullopt : services_.files.find(reader, fileId);
        if (!file) {
            throw AppError::notFound();
        }
        return ReceiptDownload{std::move(*file), document.id};
    });
}

void Receipts::confirm(std::string_view token, const ReceiptConfirmation& confirmation) const {
    services_.db.write([&](db::Tx& tx) {
        auto [receipt, document, recipient] = require(tx, token);
        if (receipt.confirmedAt || !canConfirm(recipient)) {
            return;
        }
        const auto now = services_.clock.now();
        receipts_.confirm(tx, token, confirmation.name, now);
        recipient.status = kReceived;
        recipient.reason.clear();
        recipient.updatedAt = now;
        work_.dispatch.updateRecipient(tx, document.id, recipient, {std::string{kReceived}, confirmation.name, now});
        mails_.settle(tx, recipient.deliveryId, now);
        http::Caller actor;
        actor.personName = recipient.name;
        actor.agencyId = document.agencyId;
        services_.timeline.append(tx, actor, refOf(document), "outgoing.received", confirmation.name);
        services_.audit.record(tx, actor, "outgoing.received", refOf(document));
        work_.keep(tx, document);
    });
}

void Receipts::answerRecall(std::string_view token, const RecallAnswer& answer) const {
    const auto found = services_.db.read([&](db::Reader& reader) { return require(reader, token); });
    if (found.recipient.recall != "13") {
        throw AppError{ErrorKind::conflict, "outgoing.no-recall"};
    }
    if (!answer.agrees && answer.reason.empty()) {
        throw AppError::invalidField("/reason", "required");
    }
    const auto words = answer.reason.empty() ? answer.name : answer.name + ": " + answer.reason;
    issuing_.statusArrived(found.document.id, found.recipient.deliveryId, {answer.agrees ? "15" : "16", words, std::nullopt});
}

}  // namespace congvu::outgoing
