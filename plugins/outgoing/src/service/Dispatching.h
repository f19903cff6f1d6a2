// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/NoticeKind.h"
#include "domain/Relation.h"
#include "service/DocumentWork.h"
#include "service/RecipientChoice.h"
#include "service/Services.h"
#include "storage/MailRepository.h"
#include "storage/PaperRepository.h"
#include "storage/ReceiptRepository.h"

#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// Brings an issued document, and later word about it, to each recipient by the way he is reached. Everything happens in the caller's
/// transaction: mails are queued, paper waits for a list, the exchange has its event.
class Dispatching {
public:
    Dispatching(const Services& services, DocumentWork& work, const RecipientChoice& choice)
        : services_(services), work_(work), choice_(choice) {}

    /// The document leaves the house. AppError conflict when a recipient is not valid any more (RecipientChoice::requireOpen).
    void begin(db::Tx& tx, const OutgoingDocument& document) const;
    /// Asks everybody who holds the document to give it back, and takes back what has not left yet. The holders, who are asked now.
    [[nodiscard]] std::vector<Recipient> askBack(db::Tx& tx, const OutgoingDocument& document, std::string_view reason) const;
    /// The same for one recipient whom the document has reached although a recall was asked meanwhile.
    void askBackFrom(db::Tx& tx, const OutgoingDocument& document, const Recipient& recipient) const;
    /// Tells who holds \p earlier that \p later corrects, amends or replaces it.
    void tellMended(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& earlier, RelationKind kind,
                    const OutgoingDocument& later) const;

private:
    struct Word {
        NoticeKind kind = NoticeKind::document;
        std::string_view aboutId;
    };
    /// By mail or on paper.
    void queue(db::Tx& tx, const OutgoingDocument& document, const Recipient& recipient, const Word& word) const;
    /// What never left is not sent any more.
    void markKept(db::Tx& tx, const OutgoingDocument& document, const Recipient& recipient) const;
    void publishMended(db::Tx& tx, const http::Caller& caller, const OutgoingDocument& earlier, RelationKind kind,
                       const OutgoingDocument& later, const std::vector<Recipient>& recipients) const;

    Services services_;
    DocumentWork& work_;
    const RecipientChoice& choice_;
    MailRepository mails_;
    ReceiptRepository receipts_;
    PaperRepository papers_;
};

}  // namespace congvu::outgoing
