// SPDX-License-Identifier: Apache-2.0
#include "storage/DispatchRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

#include <unordered_map>

namespace congvu::outgoing {

namespace {

constexpr const char* kSelectRecipient = R"sql(
        SELECT delivery_id, agency_id, name, status, recall, reason, arrival_number, updated_at, contact_id, carriage, copies, organ_id, email,
               postal_address
        FROM outgoing_recipient )sql";

Recipient recipientOf(const db::Row& row) {
    Recipient found{row.string(0), row.string(1), row.string(2),          row.string(3),
                    row.string(4), row.string(5), row.optionalInteger(6), row.time(7)};
    found.contactId = row.optionalString(8);
    found.carriage = json::enumFrom<Carriage>(row.text(9)).value_or(Carriage::paper);
    found.copies = row.integer(10);
    found.organId = row.string(11);
    found.email = row.string(12);
    found.postalAddress = row.string(13);
    return found;
}

struct HistoryRow {
    std::string deliveryId;
    DeliveryStatus said;
};

HistoryRow historyRowOf(const db::Row& row) {
    return {row.string(0), {row.string(1), row.string(2), row.time(3)}};
}

}  // namespace

void DispatchRepository::replaceRecipients(db::Tx& tx, std::string_view documentId, const std::vector<Recipient>& recipients) const {
    tx.execute("DELETE FROM outgoing_recipient WHERE document_id = $1", {documentId});
    for (const auto& recipient : recipients) {
        tx.execute(R"sql(
            INSERT INTO outgoing_recipient (delivery_id, document_id, agency_id, name, status, recall, reason, arrival_number, updated_at,
                                            contact_id, carriage, copies, organ_id, email, postal_address)
            VALUES ($1, $2, $3, $4, $5, '', '', NULL, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (document_id, agency_id) DO NOTHING)sql",
                   {recipient.deliveryId, documentId, recipient.agencyId, recipient.name, recipient.status, recipient.updatedAt,
                    recipient.contactId, json::nameOf(recipient.carriage), recipient.copies, recipient.organId, recipient.email,
                    recipient.postalAddress});
    }
}

std::vector<Recipient> DispatchRepository::recipients(db::Reader& reader, std::string_view documentId) const {
    static const std::string statement = std::string{kSelectRecipient} + "WHERE document_id = $1 ORDER BY name, delivery_id LIMIT 500";
    auto recipients = reader.list(statement, {documentId}, recipientOf);
    const auto history = reader.list(R"sql(
        SELECT delivery_id, status, reason, at
        FROM outgoing_delivery_status WHERE document_id = $1 ORDER BY delivery_id, position LIMIT 10000)sql",
                                     {documentId}, historyRowOf);
    std::unordered_map<std::string_view, Recipient*> byDelivery;
    for (auto& recipient : recipients) {
        byDelivery[recipient.deliveryId] = &recipient;
    }
    for (const auto& [deliveryId, said] : history) {
        if (const auto found = byDelivery.find(deliveryId); found != byDelivery.end()) {
            found->second->history.push_back(said);
        }
    }
    return recipients;
}

void DispatchRepository::markAllSent(db::Tx& tx, std::string_view documentId, Timestamp at) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_delivery_status (delivery_id, position, document_id, status, reason, at)
        SELECT delivery_id, 1, document_id, CASE WHEN carriage = 'electronic' THEN 'sent' ELSE 'queued' END, '', CAST($2 AS BIGINT)
        FROM outgoing_recipient WHERE document_id = $1 AND status = '00')sql",
               {documentId, at});
    tx.execute(R"sql(
        UPDATE outgoing_recipient SET status = CASE WHEN carriage = 'electronic' THEN 'sent' ELSE 'queued' END, updated_at = $2
        WHERE document_id = $1 AND status = '00')sql",
               {documentId, at});
}

void DispatchRepository::refreshAddresses(db::Tx& tx, std::string_view documentId) const {
    tx.execute(R"sql(
        UPDATE outgoing_recipient
        SET email = (SELECT c.email FROM outgoing_contact c WHERE c.id = outgoing_recipient.contact_id),
            postal_address = (SELECT c.postal_address FROM outgoing_contact c WHERE c.id = outgoing_recipient.contact_id)
        WHERE document_id = $1 AND contact_id IN (SELECT id FROM outgoing_contact))sql",
               {documentId});
}

void DispatchRepository::setEmail(db::Tx& tx, std::string_view deliveryId, std::string_view email) const {
    tx.execute("UPDATE outgoing_recipient SET email = $2 WHERE delivery_id = $1", {deliveryId, email});
}

std::optional<Recipient> DispatchRepository::recipient(db::Reader& reader, std::string_view documentId, std::string_view deliveryId) const {
    static const std::string statement = std::string{kSelectRecipient} + "WHERE document_id = $1 AND delivery_id = $2";
    return reader.one(statement, {documentId, deliveryId}, recipientOf);
}

void DispatchRepository::updateRecipient(db::Tx& tx, std::string_view documentId, const Recipient& recipient,
                                         const DeliveryStatus& said) const {
    tx.execute(R"sql(
        UPDATE outgoing_recipient
        SET status = $2, recall = $3, reason = $4, arrival_number = $5, updated_at = $6
        WHERE delivery_id = $1)sql",
               {recipient.deliveryId, recipient.status, recipient.recall, recipient.reason, recipient.arrivalNumber, recipient.updatedAt});
    tx.execute(R"sql(
        INSERT INTO outgoing_delivery_status (delivery_id, position, document_id, status, reason, at)
        VALUES ($1, (SELECT COALESCE(MAX(position), 0) + 1 FROM outgoing_delivery_status WHERE delivery_id = $1), $2, $3, $4, $5))sql",
               {recipient.deliveryId, documentId, said.status, said.reason, said.at});
    figures_.markChanged(tx, documentId);
}

void DispatchRepository::addRevision(db::Tx& tx, std::string_view documentId, std::string_view kind, std::string_view fileId,
                                     Timestamp at) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_revision (document_id, position, kind, file_id, created_at)
        VALUES ($1, (SELECT COALESCE(MAX(position), 0) + 1 FROM outgoing_revision WHERE document_id = $1), $2, $3, $4))sql",
               {documentId, kind, fileId, at});
}

std::optional<Timestamp> DispatchRepository::revisionTime(db::Reader& reader, std::string_view documentId, std::string_view kind) const {
    return reader.one("SELECT created_at FROM outgoing_revision WHERE document_id = $1 AND kind = $2 ORDER BY position DESC LIMIT 1",
                      {documentId, kind}, [](const db::Row& row) { return row.time(0); });
}

std::optional<std::string> DispatchRepository::revisionFile(db::Reader& reader, std::string_view documentId, std::string_view kind) const {
    return reader.one("SELECT file_id FROM outgoing_revision WHERE document_id = $1 AND kind = $2 ORDER BY position DESC LIMIT 1",
                      {documentId, kind}, [](const db::Row& row) { return row.string(0); });
}

bool DispatchRepository::owns(db::Reader& reader, std::string_view documentId, std::string_view fileId) const {
    return reader.exists(R"sql(
        SELECT 1 FROM outgoing_revision WHERE document_id = $1 AND file_id = $2
        UNION ALL SELECT 1 FROM outgoing_attachment WHERE document_id = $1 AND (file_id = $2 OR sealed_file_id = $2)
        UNION ALL SELECT 1 FROM outgoing_own_file WHERE document_id = $1 AND (source_file_id = $2 OR pdf_file_id = $2) LIMIT 1)sql",
                         {documentId, fileId});
}

}  // namespace congvu::outgoing
