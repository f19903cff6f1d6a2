// SPDX-License-Identifier: Apache-2.0
#include "service/Dispatching.h"

#include "congvu/json/Encode.h"
#include "domain/RecipientStatus.h"
#include "service/MendedEvent.h"

#include <utility>

namespace congvu::outgoing {

namespace {

NoticeKind noticeOf(RelationKind kind) {
    if (kind == RelationKind::corrects) {
        return NoticeKind::corrects;
    }
    return kind == RelationKind::amends ? NoticeKind::amends : NoticeKind::replaces;
}

}  // namespace

void Dispatching::begin(db::Tx& tx, const OutgoingDocument& document) const {
    choice_.requireOpen(tx, document.agencyId, work_.dispatch.recipients(tx, document.id));
    work_.dispatch.refreshAddresses(tx, document.id);
    work_.dispatch.markAllSent(tx, document.id, document.issuedAt.value());
    for (const auto& recipient : work_.dispatch.recipients(tx, document.id)) {
        if (recipient.carriage != Carriage::electronic) {
            queue(tx, document, recipient, {});
        }
    }
}

void Dispatching::queue(db::Tx& tx, const OutgoingDocument& document, const Recipient& recipient, const Word& word) const {
    const auto now = services_.clock.now();
    if (recipient.carriage == Carriage::email) {
        receipts_.insert(tx, {newId() + newId(), document.id, recipient.deliveryId, {}, std::nullopt}, now);
        OutgoingMail mail;
        mail.id = newId();
        mail.agencyId = document.agencyId;
        mail.documentId = document.id;
        mail.deliveryId = recipient.deliveryId;
        mail.kind = word.kind;
        mail.aboutId = word.aboutId;
        mail.nextAt = mail.createdAt = mail.changedAt = now;
        mails_.insert(tx, mail);
        return;
    }
    PaperItem item;
    item.id = newId();
    item.agencyId = document.agencyId;
    item.documentId = document.id;
    item.deliveryId = recipient.deliveryId;
    item.kind = word.kind;
    item.aboutId = word.aboutId;
    item.copies = word.kind == NoticeKind::document ? recipient.copies : 1;
    item.createdAt = item.changedAt = now;
    papers_.insertItem(tx, item);
}

void Dispatching::markKept(db::Tx& tx, const OutgoingDocument& document, const Recipient& recipient) const {
    if (recipient.carriage == Carriage::electronic || recipient.status != kQueued) {
        return;
    }
    auto kept = recipient;
    kept.status = "00";
    kept.updatedAt = services_.clock.now();
    work_.dispatch.updateRecipient(tx, document.id, kept, {kept.status, {}, kept.updatedAt});
}

std::vector<Recipient> Dispatching::askBack(db::Tx& tx, const OutgoingDocument& document, std::string_view reason) const {
    const auto now = services_.clock.now();
    mails_.dropQueued(tx, document.id, now);
    papers_.dropOpen(tx, document.id, now);
    std::vector<Recipient> holders;
    for (auto& recipient : work_.dispatch.recipients(tx, document.id)) {
        if (holdsNothing(recipient)) {
            markKept(tx, document, recipient);
            continue;
        }
        recipient.recall = "13";
        recipient.updatedAt = now;
        work_.dispatch.updateRecipient(tx, document.id, recipient, {"13", std::string{reason}, now});
        if (recipient.carriage != Carriage::electronic) {
            queue(tx, document, recipient, {NoticeKind::recall, {}});
        }
        holders.push_back(std::move(recipient));
    }
    return holders;
}

void Dispatching::askBackFrom(db::Tx& tx, const OutgoingDocument& document, const Recipient& recipient) const {
    auto asked = recipient;
    asked.recall = "13";
    asked.updatedAt = services_.clock.now();
    work_.dispatch.updateRecipient(tx, document.id, asked, {"13", document.recallReason, asked.updatedAt});
    queue(tx, document, asked, {NoticeKind::recall, {}});
}

void Dispatching::tellMended(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& earlier, RelationKind kind,
                             const OutgoingDocument& later) const {
    auto holders = work_.dispatch.recipients(tx, earlier.id);
    std::erase_if(holders, [](const Recipient& one) { return holdsNothing(one); });
    for (const auto& recipient : holders) {
        if (recipient.carriage != Carriage::electronic) {
            queue(tx, earlier, recipient, {noticeOf(kind), later.id});
        }
    }
    std::erase_if(holders, [](const Recipient& one) { return one.carriage != Carriage::electronic; });
    if (!holders.empty()) {
        publishMended(tx, caller, earlier, kind, later, holders);
    }
}

void Dispatching::publishMended(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& earlier, RelationKind kind,
                                const OutgoingDocument& later, const std::vector<Recipient>& recipients) const {
    MendedEvent event;
    event.documentId = earlier.id;
    event.senderAgencyId = earlier.agencyId;
    event.kind = json::nameOf(kind);
    event.laterNumberAndSymbol = later.numberAndSymbol;
    event.laterDate = later.documentDate;
    event.recipients.reserve(recipients.size());
    for (const auto& recipient : recipients) {
        event.recipients.push_back({recipient.deliveryId, recipient.agencyId, recipient.name});
    }
    services_.events.publish(tx, {"outgoing.document-mended.v1", refOf(earlier), earlier.agencyId, caller.postId}, event);
}

}  // namespace congvu::outgoing
