// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/OutgoingDocument.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// All SQL of outgoing_recipient, outgoing_attachment and outgoing_revision.
class DispatchRepository {
public:
    /// Puts the chosen agencies in the place of the old ones; only before the document is issued.
    void replaceRecipients(db::Tx& tx, std::string_view documentId, const std::vector<Recipient>& recipients) const;
    [[nodiscard]] std::vector<Recipient> recipients(db::Reader& reader, std::string_view documentId) const;
    void markAllSent(db::Tx& tx, std::string_view documentId, Timestamp at) const;
    /// False when there is no such delivery.
    bool setStatus(db::Tx& tx, std::string_view deliveryId, std::string_view status, std::string_view reason,
                   std::optional<std::int64_t> arrivalNumber, Timestamp at) const;

    void addAttachment(db::Tx& tx, std::string_view documentId, std::string_view fileId, Timestamp at) const;
    bool removeAttachment(db::Tx& tx, std::string_view documentId, std::string_view fileId) const;
    [[nodiscard]] std::vector<std::string> attachments(db::Reader& reader, std::string_view documentId) const;

    /// kind: "rendered", "signed", "sealed".
    void addRevision(db::Tx& tx, std::string_view documentId, std::string_view kind, std::string_view fileId, Timestamp at) const;
    /// True when the file is a revision or an attachment of the document.
    [[nodiscard]] bool owns(db::Reader& reader, std::string_view documentId, std::string_view fileId) const;
};

}  // namespace congvu::outgoing
