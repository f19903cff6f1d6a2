// SPDX-License-Identifier: Apache-2.0
#include "storage/DeliveryRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::incoming {

namespace {

Delivery headOf(const db::Row& row) {
    Delivery delivery;
    delivery.id = row.string(0);
    delivery.agencyId = row.string(1);
    delivery.version = row.integer(2);
    delivery.state = json::enumFrom<DeliveryState>(row.text(3)).value_or(DeliveryState::arrived);
    delivery.status = row.string(4);
    delivery.outgoingDocumentId = row.string(5);
    delivery.senderAgencyId = row.string(6);
    delivery.senderName = row.string(7);
    delivery.senderOrganId = row.string(8);
    delivery.symbol = row.string(9);
    delivery.typeId = row.string(10);
    delivery.typeName = row.string(11);
    delivery.subject = row.string(12);
    delivery.documentDate = row.optionalDate(13);
    delivery.signerName = row.string(14);
    delivery.signerTitle = row.string(15);
    delivery.urgency = json::enumFrom<Urgency>(row.text(16)).value_or(Urgency::normal);
    delivery.dueOn = row.optionalDate(17);
    delivery.answersSymbol = row.string(18);
    delivery.pages = row.integer(19);
    delivery.arrivedAt = row.time(20);
    delivery.reason = row.string(21);
    delivery.recallReason = row.string(22);
    delivery.recallState = json::enumFrom<RecallState>(row.text(23)).value_or(RecallState::none);
    delivery.verdict = row.string(24);
    delivery.documentId = row.optionalString(25);
    return delivery;
}

Delivery wholeOf(const db::Row& row) {
    auto delivery = headOf(row);
    delivery.content = row.string(26);
    return delivery;
}

}  // namespace

bool DeliveryRepository::insert(db::Tx& tx, const Delivery& delivery) const {
    return tx.execute(R"sql(
        INSERT INTO incoming_delivery (id, agency_id, version, state, status, outgoing_document_id, sender_agency_id, sender_name,
            sender_organ_id, symbol, type_id, type_name, subject, document_date, signer_name, signer_title, urgency, due_on, answers_symbol,
            pages, arrived_at, reason, recall_reason, recall_state, content, verdict, document_id)
        VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, '', '', 'none', $21, $22, NULL)
        ON CONFLICT (id) DO NOTHING
    )sql",
                      {delivery.id,
                       delivery.agencyId,
                       json::nameOf(delivery.state),
                       delivery.status,
                       delivery.outgoingDocumentId,
                       delivery.senderAgencyId,
                       delivery.senderName,
                       delivery.senderOrganId,
                       delivery.symbol,
                       delivery.typeId,
                       delivery.typeName,
                       delivery.subject,
                       delivery.documentDate,
                       delivery.signerName,
                       delivery.signerTitle,
                       json::nameOf(delivery.urgency),
                       delivery.dueOn,
                       delivery.answersSymbol,
                       delivery.pages,
                       delivery.arrivedAt,
                       delivery.content,
                       delivery.verdict}) == 1;
}

std::optional<Delivery> DeliveryRepository::find(db::Reader& reader, std::string_view agencyId, std::string_view id) const {
    return reader.one(R"sql(
        SELECT id, agency_id, version, state, status, outgoing_document_id, sender_agency_id, sender_name, sender_organ_id, symbol, type_id,
            type_name, subject, document_date, signer_name, signer_title, urgency, due_on, answers_symbol, pages, arrived_at, reason,
            recall_reason, recall_state, verdict, document_id, content
        FROM incoming_delivery WHERE id = $1 AND agency_id = $2
    )sql",
                      {id, agencyId}, wholeOf);
}

bool DeliveryRepository::exists(db::Reader& reader, std::string_view id) const {
    return reader.exists("SELECT 1 FROM incoming_delivery WHERE id = $1", {id});
}

db::Page<Delivery> DeliveryRepository::list(db::Reader& reader, std::string_view agencyId, std::optional<DeliveryState> state,
                                            const db::PageRequest& request) const {
    const auto before = request.cursor.empty() ? std::string{"~"} : db::unpackCursor(request.cursor, 1).front();
    constexpr std::string_view kAll = R"sql(
        SELECT id, agency_id, version, state, status, outgoing_document_id, sender_agency_id, sender_name, sender_organ_id, symbol, type_id,
            type_name, subject, document_date, signer_name, signer_title, urgency, due_on, answers_symbol, pages, arrived_at, reason,
            recall_reason, recall_state, verdict, document_id
        FROM incoming_delivery WHERE agency_id = $1 AND id < $2 ORDER BY id DESC LIMIT $3
    )sql";
    constexpr std::string_view kInState = R"sql(
        SELECT id, agency_id, version, state, status, outgoing_document_id, sender_agency_id, sender_name, sender_organ_id, symbol, type_id,
            type_name, subject, document_date, signer_name, signer_title, urgency, due_on, answers_symbol, pages, arrived_at, reason,
            recall_reason, recall_state, verdict, document_id
        FROM incoming_delivery WHERE agency_id = $1 AND state = $4 AND id < $2 ORDER BY id DESC LIMIT $3
    )sql";
    db::Params params{agencyId, before, request.limit + 1};
    if (state) {
        params.emplace_back(json::nameOf(*state));
    }
    auto rows = reader.list(state ? kInState : kAll, params, headOf);
    return db::makePage(std::move(rows), request, [](const Delivery& delivery) { return std::vector{delivery.id}; });
}

bool DeliveryRepository::update(db::Tx& tx, Delivery& delivery) const {
    const auto changed = tx.execute(R"sql(
        UPDATE incoming_delivery SET version = version + 1, state = $3, status = $4, reason = $5, recall_reason = $6, recall_state = $7,
            document_id = $8
        WHERE id = $1 AND version = $2
    )sql",
                                    {delivery.id, delivery.version, json::nameOf(delivery.state), delivery.status, delivery.reason,
                                     delivery.recallReason, json::nameOf(delivery.recallState), delivery.documentId});
    delivery.version += changed;
    return changed == 1;
}

void DeliveryRepository::setVerdict(db::Tx& tx, std::string_view id, std::string_view verdict) const {
    tx.execute("UPDATE incoming_delivery SET verdict = $2 WHERE id = $1", {id, verdict});
}

bool DeliveryRepository::noteStatus(db::Tx& tx, std::string_view id, std::string_view status, Timestamp at) const {
    return tx.execute("INSERT INTO incoming_delivery_status (delivery_id, status, told_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING",
                      {id, status, at}) == 1;
}

}  // namespace congvu::incoming
