// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/OutgoingDocument.h"
#include "storage/FigureRepository.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// All SQL of outgoing_recipient, outgoing_delivery_status and outgoing_revision.
class DispatchRepository {
public:
    /// Puts the chosen agencies in the place of the old ones; only before the document is issued.
    void replaceRecipients(db::Tx& tx, std::string_view documentId, const std::vector<Recipient>& recipients) const;
    /// With the history of each.
    [[nodiscard]] std::vector<Recipient> recipients(db::Reader& reader, std::string_view documentId) const;
    /// Over the exchange a document is sent with its issue; by mail and on paper it waits to be sent.
    void markAllSent(db::Tx& tx, std::string_view documentId, Timestamp at) const;
    /// Brings the addresses of recipients up to what the address book says now.
    void refreshAddresses(db::Tx& tx, std::string_view documentId) const;
    void setEmail(db::Tx& tx, std::string_view deliveryId, std::string_view email) const;
    /// The recipient of one delivery of the document.
    [[nodiscard]] std::optional<Recipient> recipient(db::Reader& reader, std::string_view documentId, std::string_view deliveryId) const;
    /// Writes what the recipient has said (status, recall, reason, arrival number, time) and puts \p said into the delivery's history.
    /// Marks the day of its issue as changed for the statistics.
    void updateRecipient(db::Tx& tx, std::string_view documentId, const Recipient& recipient, const DeliveryStatus& said) const;

    /// Recipients of one document; more are refused, so that none is left out.
    static constexpr std::size_t kMostRecipients = 500;

    /// kind: "rendered", "signed", "sealed", "extended".
    void addRevision(db::Tx& tx, std::string_view documentId, std::string_view kind, std::string_view fileId, Timestamp at) const;
    /// When the latest revision of that kind was made.
    [[nodiscard]] std::optional<Timestamp> revisionTime(db::Reader& reader, std::string_view documentId, std::string_view kind) const;
    /// The file of the latest revision of that kind.
    [[nodiscard]] std::optional<std::string> revisionFile(db::Reader& reader, std::string_view documentId, std::string_view kind) const;
    /// True when the file is a revision or an appendix of the document, or an own file that is or was its body.
    [[nodiscard]] bool owns(db::Reader& reader, std::string_view documentId, std::string_view fileId) const;

private:
    FigureRepository figures_;
};

}  // namespace congvu::outgoing
