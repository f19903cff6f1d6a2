// SPDX-License-Identifier: Apache-2.0
#include "service/DeliveryDesk.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Encode.h"
#include "congvu/mail/Address.h"
#include "domain/RecipientStatus.h"

namespace congvu::outgoing {

db::Page<MailRow> DeliveryDesk::page(const http::Caller& caller, std::optional<MailState> state, const db::PageRequest& page) const {
    return services_.db.read([&](db::Reader& reader) { return mails_.page(reader, caller.agencyId, state, page); });
}

MailStanding DeliveryDesk::standing(const http::Caller& caller) const {
    const auto counts = services_.db.read([&](db::Reader& reader) { return mails_.counts(reader, caller.agencyId); });
    return {sender_.isReady(), counts.waiting, counts.failed};
}

OutgoingDocument DeliveryDesk::require(db::Reader& reader, const http::Caller& caller, std::string_view documentId) const {
    auto document = work_.require(reader, caller, documentId);
    if (!document.issuedAt) {
        throw AppError{ErrorKind::conflict, "outgoing.not-now"};
    }
    return document;
}

void DeliveryDesk::retry(const http::Caller& caller, std::string_view documentId, std::string_view mailId,
                         const MailRetryInput& input) const {
    if (input.email && !mail::isAddress(*input.email)) {
        throw AppError::invalidField("/email", "bad-mail-address");
    }
    services_.db.write([&](db::Tx& tx) {
        auto document = require(tx, caller, documentId);
        auto mail = mails_.find(tx, documentId, mailId);
        auto recipient = mail ? work_.dispatch.recipient(tx, documentId, mail->deliveryId) : std::nullopt;
        if (!recipient) {
            throw AppError::notFound();
        }
        const auto now = services_.clock.now();
        mail->state = MailState::queued;
        mail->attempts = 0;
        mail->nextAt = mail->changedAt = now;
        if (!mails_.write(tx, *mail, MailState::failed)) {
            throw AppError{ErrorKind::conflict, "outgoing.mail-not-failed"};
        }
        if (input.email) {
            work_.dispatch.setEmail(tx, recipient->deliveryId, *input.email);
        }
        if (mail->kind == NoticeKind::document && recipient->status != kReceived) {
            recipient->status = kQueued;
            recipient->reason.clear();
            recipient->updatedAt = now;
            work_.dispatch.updateRecipient(tx, documentId, *recipient, {std::string{kQueued}, {}, now});
        }
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.mail-retried", recipient->name);
    });
}

void DeliveryDesk::received(const http::Caller& caller, std::string_view documentId, std::string_view deliveryId,
                            std::string_view note) const {
    services_.db.write([&](db::Tx& tx) {
        auto document = require(tx, caller, documentId);
        auto recipient = work_.dispatch.recipient(tx, documentId, deliveryId);
        if (!recipient) {
            throw AppError::notFound();
        }
        if (!canConfirm(*recipient)) {
            throw AppError{ErrorKind::conflict, "outgoing.not-now"};
        }
        const auto now = services_.clock.now();
        recipient->status = kReceived;
        recipient->reason = note;
        recipient->updatedAt = now;
        work_.dispatch.updateRecipient(tx, documentId, *recipient, {std::string{kReceived}, std::string{note}, now});
        mails_.settle(tx, deliveryId, now);
        work_.keep(tx, document);
        work_.note(tx, caller, document, "outgoing.receipt-entered", recipient->name);
    });
}

void DeliveryDesk::recallAnswered(const http::Caller& caller, std::string_view documentId, std::string_view deliveryId,
                                  const AnswerInput& input) const {
    services_.db.write([&](db::Tx& tx) {
        const auto document = require(tx, caller, documentId);
        const auto recipient = work_.dispatch.recipient(tx, documentId, deliveryId);
        if (!recipient) {
            throw AppError::notFound();
        }
        if (recipient->carriage == Carriage::electronic || recipient->recall != "13") {
            throw AppError{ErrorKind::conflict, "outgoing.no-recall"};
        }
        if (!input.agrees && input.note.empty()) {
            throw AppError::invalidField("/note", "required");
        }
        work_.note(tx, caller, document, "outgoing.recall-answer-entered", recipient->name);
    });
    issuing_.statusArrived(documentId, deliveryId, {input.agrees ? "15" : "16", input.note, std::nullopt});
}

}  // namespace congvu::outgoing
