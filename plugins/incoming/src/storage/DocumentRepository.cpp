// SPDX-License-Identifier: Apache-2.0
#include "storage/DocumentRepository.h"

#include "domain/DocumentSymbol.h"
#include "storage/DocumentAccess.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"
#include "congvu/text/Text.h"

namespace congvu::incoming {

namespace {

constexpr std::int64_t kNumbersPerYear = 10'000'000;
/// Sorts before and after every real day.
constexpr std::string_view kNoDocumentDate = "0000-00-00";
constexpr std::string_view kNoDeadline = "9999-12-31";

template <json::NamedEnum E>
E enumAt(const db::Row& row, int column) {
    return json::enumFrom<E>(row.text(column)).value_or(E{});
}

/// A document, as documentOf reads it.
constexpr std::string_view kColumns = R"sql(d.id, d.agency_id, d.version, d.state, d.arrival_number, d.arrived_on, d.symbol, d.issuer_name,
    d.superior_name, d.type_id, d.subject, d.document_date, d.place, d.urgency, d.signer_name, d.signer_position, d.signer_authority, d.due_on,
    d.pages, d.note, d.verdict, d.duplicate_of, d.duplicate_reason, d.delivery_id, d.registered_by_post_id, d.registered_by_name,
    d.registered_at, d.submitted_to_post_id, d.submitted_to_name, d.direction_id, d.tasks_total, d.tasks_done, d.closed_at, d.closing_note,
    d.frozen_reason, d.register_code, d.secrecy, d.back_date_reason)sql";

/// The columns in the order of kColumns.
IncomingDocument documentOf(const db::Row& row) {
    IncomingDocument document;
    document.id = row.string(0);
    document.agencyId = row.string(1);
    document.version = row.integer(2);
    document.state = enumAt<DocumentState>(row, 3);
    document.arrivalNumber = row.integer(4);
    document.arrivedOn = row.date(5);
    document.symbol = row.string(6);
    document.issuerName = row.string(7);
    document.superiorName = row.string(8);
    document.typeId = row.string(9);
    document.subject = row.string(10);
    document.documentDate = row.optionalDate(11);
    document.place = row.string(12);
    document.urgency = enumAt<Urgency>(row, 13);
    document.signerName = row.string(14);
    document.signerPosition = row.string(15);
    document.signerAuthority = row.string(16);
    document.dueOn = row.optionalDate(17);
    document.pages = row.integer(18);
    document.note = row.string(19);
    document.verdict = row.string(20);
    document.duplicateOf = row.optionalString(21);
    document.duplicateReason = row.string(22);
    document.deliveryId = row.optionalString(23);
    document.registeredByPostId = row.string(24);
    document.registeredByName = row.string(25);
    document.registeredAt = row.time(26);
    document.submittedToPostId = row.optionalString(27);
    document.submittedToName = row.string(28);
    document.directionId = row.optionalString(29);
    document.tasksTotal = row.integer(30);
    document.tasksDone = row.integer(31);
    document.closedAt = row.optionalTime(32);
    document.closingNote = row.string(33);
    document.frozenReason = row.string(34);
    document.registerCode = row.string(35);
    document.secrecy = enumAt<Secrecy>(row, 36);
    document.backDateReason = row.string(37);
    return document;
}

std::string documentKey(const IncomingDocument& document) {
    return document.documentDate ? document.documentDate->toString() : std::string{kNoDocumentDate};
}

std::string dueKey(const IncomingDocument& document) {
    return document.dueOn ? document.dueOn->toString() : std::string{kNoDeadline};
}

}  // namespace

std::int64_t arrivalKeyBefore(int year) {
    return year * kNumbersPerYear;
}

std::string searchTextOf(const IncomingDocument& document) {
    return text::fold(std::to_string(document.arrivalNumber) + ' ' + document.symbol + ' ' + document.subject + ' ' + document.issuerName +
                      ' ' + document.signerName);
}

void DocumentRepository::insert(db::Tx& tx, const IncomingDocument& document) const {
    const auto documentDay = documentKey(document);
    const auto dueDay = dueKey(document);
    const auto symbol = symbolKey(document.symbol);
    const auto issuer = text::fold(document.issuerName);
    const auto folded = searchTextOf(document);
    const int year = document.arrivedOn.year();
    // With several registers and late entries the number orders nothing: the key goes on from the last one of the year. The counter row
    // that was raised before makes writers of one agency wait for each other.
    tx.execute(R"sql(
        INSERT INTO incoming_document (id, agency_id, version, state, tab, arrival_number, arrival_year, arrival_key, arrived_on, symbol,
            symbol_key, issuer_name, issuer_key, superior_name, type_id, subject, document_date, document_key, place, urgency, signer_name,
            signer_position, signer_authority, due_on, due_key, pages, note, folded, verdict, duplicate_of, duplicate_reason, delivery_id,
            registered_by_post_id, registered_by_name, registered_at, submitted_to_post_id, submitted_to_name, direction_id, tasks_total,
            tasks_done, closed_at, closing_note, frozen_reason, register_code, secrecy, back_date_reason)
        VALUES ($1, $2, 1, $3, $4, $5, $6, COALESCE((SELECT before.arrival_key FROM incoming_document before WHERE before.agency_id = $2
            AND before.arrival_key > $7 AND before.arrival_key <= $41 ORDER BY before.arrival_key DESC LIMIT 1), $7) + 1, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26,
            $27, $28, $29, $30, $31, $32, $33, $34, $35, $36, $37, 0, 0, NULL, '', '', $38, $39, $40)
    )sql",
               {document.id,
                document.agencyId,
                json::nameOf(document.state),
                json::nameOf(tabOf(document.state)),
                document.arrivalNumber,
                year,
                arrivalKeyBefore(year),
                document.arrivedOn,
                document.symbol,
                symbol,
                document.issuerName,
                issuer,
                document.superiorName,
                document.typeId,
                document.subject,
                document.documentDate,
                documentDay,
                document.place,
                json::nameOf(document.urgency),
                document.signerName,
                document.signerPosition,
                document.signerAuthority,
                document.dueOn,
                dueDay,
                document.pages,
                document.note,
                folded,
                document.verdict,
                document.duplicateOf,
                document.duplicateReason,
                document.deliveryId,
                document.registeredByPostId,
                document.registeredByName,
                document.registeredAt,
                document.submittedToPostId,
                document.submittedToName,
                document.directionId,
                document.registerCode,
                json::nameOf(document.secrecy),
                document.backDateReason,
                arrivalKeyBefore(year + 1)});
}

std::optional<IncomingDocument> DocumentRepository::find(db::Reader& reader, std::string_view id) const {
    return reader.one("SELECT " + std::string{kColumns} + " FROM incoming_document d WHERE d.id = $1", {id}, documentOf);
}

std::optional<IncomingDocument> DocumentRepository::findFor(db::Reader& reader, const http::Caller& caller, std::string_view id) const {
    const auto post = "post:" + caller.postId;
    const auto unit = "unit:" + caller.unitId;
    return reader.one("SELECT " + std::string{kColumns} + R"sql(
        FROM incoming_document d
        WHERE d.id = $1 AND d.agency_id = $2
            AND ($3 OR EXISTS (SELECT 1 FROM incoming_access a WHERE a.document_id = d.id AND a.token IN ($4, $5)))
    )sql",
                      {id, caller.agencyId, caller.may(DocumentAccess::kReadAll), post, unit}, documentOf);
}

std::vector<IncomingDocument> DocumentRepository::findAllFor(db::Reader& reader, const http::Caller& caller,
                                                             const std::vector<std::string>& ids) const {
    if (ids.empty()) {
        return {};
    }
    const auto post = "post:" + caller.postId;
    const auto unit = "unit:" + caller.unitId;
    db::Params params{caller.agencyId, caller.may(DocumentAccess::kReadAll), post, unit};
    std::string places;
    for (const auto& id : ids) {
        params.emplace_back(id);
        places += (places.empty() ? "$" : ", $") + std::to_string(params.size());
    }
    const auto sql = "SELECT " + std::string{kColumns} + R"sql(
        FROM incoming_document d
        WHERE d.agency_id = $1
            AND ($2 OR EXISTS (SELECT 1 FROM incoming_access a WHERE a.document_id = d.id AND a.token IN ($3, $4)))
            AND d.id IN ()sql" +
                     places + ") ORDER BY d.id LIMIT 200";
    return reader.list(sql, params, documentOf);
}

bool DocumentRepository::update(db::Tx& tx, IncomingDocument& document) const {
    const auto documentDay = documentKey(document);
    const auto dueDay = dueKey(document);
    const auto symbol = symbolKey(document.symbol);
    const auto issuer = text::fold(document.issuerName);
    const auto folded = searchTextOf(document);
    const auto changed = tx.execute(R"sql(
        UPDATE incoming_document SET version = version + 1, state = $3, tab = $4, symbol = $5, symbol_key = $6, issuer_name = $7,
            issuer_key = $8, superior_name = $9, type_id = $10, subject = $11, document_date = $12, document_key = $13, place = $14,
            urgency = $15, signer_name = $16, signer_position = $17, signer_authority = $18, due_on = $19, due_key = $20, note = $21,
            folded = $22, verdict = $23, submitted_to_post_id = $24, submitted_to_name = $25, direction_id = $26, tasks_total = $27,
            tasks_done = $28, closed_at = $29, closing_note = $30, frozen_reason = $31
        WHERE id = $1 AND version = $2
    )sql",
                                    {document.id,
                                     document.version,
                                     json::nameOf(document.state),
                                     json::nameOf(tabOf(document.state)),
                                     document.symbol,
                                     symbol,
                                     document.issuerName,
                                     issuer,
                                     document.superiorName,
                                     document.typeId,
                                     document.subject,
                                     document.documentDate,
                                     documentDay,
                                     document.place,
                                     json::nameOf(document.urgency),
                                     document.signerName,
                                     document.signerPosition,
                                     document.signerAuthority,
                                     document.dueOn,
                                     dueDay,
                                     document.note,
                                     folded,
                                     document.verdict,
                                     document.submittedToPostId,
                                     document.submittedToName,
                                     document.directionId,
                                     document.tasksTotal,
                                     document.tasksDone,
                                     document.closedAt,
                                     document.closingNote,
                                     document.frozenReason});
    // The copies by which incoming_access is listed.
    tx.execute("UPDATE incoming_access SET tab = $2, due_key = $3 WHERE document_id = $1 AND (tab <> $2 OR due_key <> $3)",
               {document.id, json::nameOf(tabOf(document.state)), dueDay});
    document.version += changed;
    return changed == 1;
}

std::vector<IncomingDocument> DocumentRepository::withSymbol(db::Reader& reader, std::string_view agencyId,
                                                             std::string_view symbolKey) const {
    return reader.list("SELECT " + std::string{kColumns} + R"sql(
        FROM incoming_document d WHERE d.agency_id = $1 AND d.symbol_key = $2 AND d.state <> 'cancelled'
        ORDER BY d.arrival_key DESC LIMIT 20
    )sql",
                       {agencyId, symbolKey}, documentOf);
}

std::vector<IncomingDocument> DocumentRepository::withContent(db::Reader& reader, std::string_view agencyId,
                                                              std::string_view sha256) const {
    return reader.list("SELECT " + std::string{kColumns} + R"sql(
        FROM incoming_file f JOIN incoming_document d ON d.id = f.owner_id
        WHERE f.agency_id = $1 AND f.sha256 = $2 AND f.owner_type = 'document' AND f.kind = 'main' AND d.state <> 'cancelled'
        ORDER BY d.arrival_key DESC LIMIT 20
    )sql",
                       {agencyId, sha256}, documentOf);
}

}  // namespace congvu::incoming
