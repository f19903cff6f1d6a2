// SPDX-License-Identifier: Apache-2.0
#include "storage/TransferRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::incoming {

namespace {

constexpr std::string_view kSelectTransfer = R"sql(
    SELECT id, document_id, kind, state, from_post_id, from_name, from_title, to_unit_id, to_post_id, to_name, note, due_on, sent_at, ended_at,
        end_note, previous_id
    FROM incoming_transfer )sql";

Transfer transferOf(const db::Row& row) {
    Transfer transfer;
    transfer.id = row.string(0);
    transfer.documentId = row.string(1);
    transfer.kind = json::enumFrom<TransferKind>(row.text(2)).value_or(TransferKind::inform);
    transfer.state = json::enumFrom<TransferState>(row.text(3)).value_or(TransferState::ended);
    transfer.fromPostId = row.string(4);
    transfer.fromName = row.string(5);
    transfer.fromTitle = row.string(6);
    transfer.toUnitId = row.optionalString(7);
    transfer.toPostId = row.optionalString(8);
    transfer.toName = row.string(9);
    transfer.note = row.string(10);
    transfer.dueOn = row.optionalDate(11);
    transfer.sentAt = row.time(12);
    transfer.endedAt = row.optionalTime(13);
    transfer.endNote = row.string(14);
    transfer.previousId = row.optionalString(15);
    return transfer;
}

}  // namespace

void TransferRepository::insert(db::Tx& tx, std::string_view agencyId, const Transfer& transfer) const {
    tx.execute(R"sql(
        INSERT INTO incoming_transfer (id, agency_id, document_id, kind, state, from_post_id, from_name, from_title, to_unit_id, to_post_id,
            to_name, note, due_on, sent_at, ended_at, end_note, previous_id)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, NULL, '', $15)
    )sql",
               {transfer.id, agencyId, transfer.documentId, json::nameOf(transfer.kind), json::nameOf(transfer.state), transfer.fromPostId,
                transfer.fromName, transfer.fromTitle, transfer.toUnitId, transfer.toPostId, transfer.toName, transfer.note, transfer.dueOn,
                transfer.sentAt, transfer.previousId});
}

std::optional<Transfer> TransferRepository::find(db::Reader& reader, std::string_view documentId, std::string_view id) const {
    return reader.one(std::string{kSelectTransfer} + "WHERE id = $1 AND document_id = $2", {id, documentId}, transferOf);
}

std::optional<Transfer> TransferRepository::holding(db::Reader& reader, std::string_view documentId) const {
    return reader.one(std::string{kSelectTransfer} +
                          "WHERE document_id = $1 AND kind = 'handle' AND state = 'open' ORDER BY sent_at DESC, id DESC LIMIT 1",
                      {documentId}, transferOf);
}

std::vector<Transfer> TransferRepository::ofDocument(db::Reader& reader, std::string_view documentId) const {
    return reader.list(std::string{kSelectTransfer} + "WHERE document_id = $1 ORDER BY sent_at, id LIMIT 200", {documentId}, transferOf);
}

bool TransferRepository::move(db::Tx& tx, const Transfer& transfer, TransferState before) const {
    return tx.execute("UPDATE incoming_transfer SET state = $3, ended_at = $4, end_note = $5 WHERE id = $1 AND state = $2",
                      {transfer.id, json::nameOf(before), json::nameOf(transfer.state), transfer.endedAt, transfer.endNote}) == 1;
}

void TransferRepository::endHandling(db::Tx& tx, std::string_view documentId, Timestamp at) const {
    tx.execute("UPDATE incoming_transfer SET state = 'ended', ended_at = $2 WHERE document_id = $1 AND kind = 'handle' AND state = 'open'",
               {documentId, at});
}

std::vector<Transfer> TransferRepository::openFor(db::Reader& reader, std::string_view documentId, const http::Caller& caller) const {
    return reader.list(std::string{kSelectTransfer} + R"sql(
        WHERE document_id = $1 AND state = 'open' AND (to_post_id = $2 OR to_unit_id = $3) ORDER BY sent_at, id LIMIT 200)sql",
                       {documentId, caller.postId, caller.unitId}, transferOf);
}

void TransferRepository::receipt(db::Tx& tx, std::string_view transferId, const http::Caller& caller, Timestamp at) const {
    tx.execute(R"sql(
        INSERT INTO incoming_receipt (transfer_id, person_id, person_name, post_title, read_at) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT DO NOTHING
    )sql",
               {transferId, caller.personId, caller.personName, caller.postTitle, at});
}

std::vector<std::pair<std::string, Receipt>> TransferRepository::receipts(db::Reader& reader, std::string_view documentId) const {
    return reader.list(R"sql(
        SELECT r.transfer_id, r.person_name, r.post_title, r.read_at FROM incoming_transfer t JOIN incoming_receipt r ON r.transfer_id = t.id
        WHERE t.document_id = $1 ORDER BY r.read_at, r.person_id LIMIT 2000
    )sql",
                       {documentId}, [](const db::Row& row) {
                           return std::pair{row.string(0), Receipt{row.string(1), row.string(2), row.time(3)}};
                       });
}

}  // namespace congvu::incoming
