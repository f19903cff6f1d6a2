// SPDX-License-Identifier: Apache-2.0
#include "service/ReceiveDelivery.h"

#include "domain/DocumentFile.h"
#include "domain/DocumentType.h"
#include "domain/Links.h"

#include "congvu/json/Encode.h"

namespace congvu::incoming {

namespace {

/// Senders name a type by its id or by its abbreviation of Appendix III; an official letter has none.
std::string typeIdOf(const std::string& told) {
    const auto* type = findDocumentType(told);
    type = type == nullptr ? findDocumentTypeByAbbreviation(told) : type;
    return std::string{type == nullptr ? kOfficialLetter : type->id};
}

Delivery deliveryOf(const IssuedDocument& issued, const DeliveryRecipient& recipient, Timestamp now) {
    Delivery delivery;
    delivery.id = recipient.deliveryId;
    delivery.agencyId = recipient.agencyId;
    delivery.outgoingDocumentId = issued.documentId;
    delivery.senderAgencyId = issued.senderAgencyId;
    delivery.senderName = issued.senderName;
    delivery.senderOrganId = issued.senderOrganId;
    delivery.symbol = issued.numberAndSymbol;
    delivery.typeId = typeIdOf(issued.typeId);
    delivery.typeName = issued.typeName;
    delivery.subject = issued.subject;
    delivery.documentDate = issued.documentDate;
    delivery.signerName = issued.signerName;
    delivery.signerTitle = issued.signerTitle;
    delivery.urgency = issued.urgency;
    delivery.dueOn = issued.dueOn;
    delivery.answersSymbol = issued.answersSymbol.value_or("");
    delivery.pages = issued.pages;
    delivery.arrivedAt = now;
    return delivery;
}

}  // namespace

void ReceiveDelivery::run(const IssuedDocument& issued) const {
    std::vector<DeliveryRecipient> fresh;
    needs_.db.read([&](db::Reader& reader) {
        for (const auto& recipient : issued.recipients) {
            const auto agency = needs_.directory.unit(recipient.agencyId);
            if (!agency || !agency->isAgency) {
                needs_.log.warn("incoming.delivery-to-unknown-agency", {{"delivery", recipient.deliveryId}});
            } else if (!deliveries_.exists(reader, recipient.deliveryId)) {
                fresh.push_back(recipient);
            }
        }
    });
    if (fresh.empty()) {
        return;
    }
    const auto files = checkFiles(issued);
    const auto content = needs_.pdf.inspect(needs_.files.contentPath(issued.file)).text;
    for (const auto& recipient : fresh) {
        deliver(issued, recipient, files, content);
    }
}

std::vector<ReceiveDelivery::CheckedFile> ReceiveDelivery::checkFiles(const IssuedDocument& issued) const {
    std::vector<CheckedFile> files;
    files.push_back({issued.file, "main", needs_.signatures.of(needs_.files.contentPath(issued.file))});
    for (const auto& attachment : issued.attachments) {
        const bool isPdf = attachment.mediaType == kPdfMediaType;
        files.push_back({attachment, "attachment", isPdf ? needs_.signatures.of(needs_.files.contentPath(attachment)) : SignatureFacts{}});
    }
    return files;
}

void ReceiveDelivery::deliver(const IssuedDocument& issued, const DeliveryRecipient& recipient, const std::vector<CheckedFile>& files,
                              const std::string& content) const {
    needs_.db.write([&](db::Tx& tx) {
        auto delivery = deliveryOf(issued, recipient, needs_.clock.now());
        delivery.content = content;
        delivery.verdict = files.front().signatures.verdict;
        if (!deliveries_.insert(tx, delivery)) {
            return;
        }
        int position = 0;
        for (const auto& file : files) {
            DocumentFile row;
            row.stored = needs_.files.record(tx, {file.stored.sha256, file.stored.sizeBytes}, file.stored.name, file.stored.mediaType,
                                             deliveryRef(delivery.id));
            row.kind = file.kind;
            row.verdict = file.signatures.verdict;
            row.report = file.signatures.report;
            fileRows_.insert(tx, {"delivery", delivery.id, delivery.agencyId}, row, position++);
        }
        counters_.add(tx, delivery.agencyId, counter::kArrived, 1);
        const auto actor = History::system(delivery.agencyId);
        needs_.history.note(tx, actor, deliveryRef(delivery.id), "delivered");
        needs_.sender.tell(tx, actor, delivery, status::kArrived);
        askClerks(tx, delivery);
        needs_.changes.refreshPages(tx, delivery.agencyId, delivery.id);
    });
}

void ReceiveDelivery::askClerks(db::Tx& tx, const Delivery& delivery) const {
    inbox::NewWorkItem item;
    item.entity = deliveryRef(delivery.id);
    item.kind = "incoming.receive";
    item.assignee = inbox::Assignee::unit(delivery.agencyId, "incoming.register");
    item.agencyId = delivery.agencyId;
    item.title = delivery.subject;
    item.subtitle = delivery.symbol + " · " + delivery.senderName;
    item.fromName = delivery.senderName;
    item.urgency = json::nameOf(delivery.urgency);
    item.dueOn = needs_.calendar.addWorkingDays(needs_.clock.today(), 1);  // Decree 30/2020, Art. 23: at the latest the next working day
    item.link = deliveryLink(delivery.id);
    needs_.inbox.create(tx, item);
}

}  // namespace congvu::incoming
