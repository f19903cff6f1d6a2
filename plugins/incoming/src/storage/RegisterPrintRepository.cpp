// SPDX-License-Identifier: Apache-2.0
#include "storage/RegisterPrintRepository.h"

#include "domain/DocumentType.h"

#include "congvu/json/Decode.h"

#include <algorithm>
#include <map>

namespace congvu::incoming {

namespace {

/// The documents of the period, as every statement of a print narrows them.
constexpr std::string_view kOfPeriod =
    "d.agency_id = $1 AND d.register_code = $2 AND d.arrival_year = $3 AND d.arrived_on >= $4 AND d.arrived_on <= $5";

db::Params paramsOf(std::string_view agencyId, const PrintPeriod& period, int limit) {
    return {agencyId, period.registerCode, period.year, period.first, period.last, limit};
}

void append(std::string& text, std::string_view part) {
    text += text.empty() ? "" : "; ";
    text += part;
}

std::string noteOf(const PrintedEntry& entry, std::string_view frozenReason, std::string_view backDateReason, const std::string& note) {
    std::string text;
    if (entry.state == DocumentState::cancelled) {
        append(text, "Đã huỷ: " + std::string{frozenReason});
    } else if (entry.state == DocumentState::recalled) {
        append(text, "Đã thu hồi: " + std::string{frozenReason});
    }
    if (!backDateReason.empty()) {
        append(text, "Vào sổ sau: " + std::string{backDateReason});
    }
    if (!note.empty()) {
        append(text, note);
    }
    return text;
}

using ById = std::map<std::string, PrintedEntry, std::less<>>;

ById documentsOf(db::Reader& reader, const db::Params& params) {
    ById entries;
    reader.query(R"sql(
        SELECT d.id, d.arrival_number, d.state, d.arrived_on, d.issuer_name, d.symbol, d.document_date, d.type_id, d.subject, d.due_on,
            d.tasks_total, d.tasks_done, d.closed_at, d.submitted_to_name, d.frozen_reason, d.back_date_reason, d.note
        FROM incoming_document d WHERE )sql" +
                     std::string{kOfPeriod} + " ORDER BY d.arrival_number LIMIT $6",
                 params, [&](const db::Row& row) {
                     PrintedEntry entry;
                     entry.number = row.integer(1);
                     entry.state = json::enumFrom<DocumentState>(row.text(2)).value_or(DocumentState::registered);
                     entry.arrivedOn = row.date(3);
                     entry.issuerName = row.string(4);
                     entry.symbol = row.string(5);
                     entry.documentDate = row.optionalDate(6);
                     const auto* type = findDocumentType(row.text(7));
                     entry.typeName = type == nullptr ? std::string{} : std::string{type->name};
                     entry.subject = row.string(8);
                     entry.dueOn = row.optionalDate(9);
                     entry.tasksTotal = row.integer(10);
                     entry.tasksDone = row.integer(11);
                     const auto closedAt = row.optionalTime(12);
                     entry.closedOn = closedAt ? std::optional{dayInVietnam(*closedAt)} : std::nullopt;
                     entry.receiver = row.string(13);
                     entry.note = noteOf(entry, row.text(14), row.text(15), row.string(16));
                     entries.emplace(row.string(0), std::move(entry));
                 });
    return entries;
}

/// Who got it: of the direction in force, the lead first; else of the latest transfer.
void addReceivers(db::Reader& reader, const db::Params& params, ById& entries) {
    reader.query(R"sql(
        SELECT d.id, a.name, g.given_at, a.position FROM incoming_document d
        JOIN incoming_direction g ON g.id = d.direction_id JOIN incoming_assignment a ON a.document_id = d.id AND a.direction_id = g.id
        WHERE )sql" + std::string{kOfPeriod} +
                     " ORDER BY d.arrival_number, a.kind DESC, a.position LIMIT $6 * 50",
                 params, [&](const db::Row& row) {
                     const auto found = entries.find(row.text(0));
                     if (found == entries.end()) {
                         return;
                     }
                     auto& entry = found->second;
                     if (!entry.passedOn) {
                         entry.receiver.clear();
                         entry.passedOn = dayInVietnam(row.time(2));
                     }
                     append(entry.receiver, row.text(1));
                 });
    reader.query(R"sql(
        SELECT d.id, t.to_name, t.sent_at FROM incoming_document d JOIN incoming_transfer t ON t.document_id = d.id
        WHERE d.direction_id IS NULL AND t.kind = 'handle' AND t.state IN ('open', 'done', 'ended') AND )sql" +
                     std::string{kOfPeriod} + " ORDER BY d.arrival_number, t.sent_at LIMIT $6 * 50",
                 params, [&](const db::Row& row) {
                     const auto found = entries.find(row.text(0));
                     if (found != entries.end()) {
                         found->second.receiver = row.string(1);
                         found->second.passedOn = dayInVietnam(row.time(2));
                     }
                 });
}

void addReplies(db::Reader& reader, const db::Params& params, ById& entries) {
    reader.query(R"sql(
        SELECT d.id, r.symbol FROM incoming_document d JOIN incoming_reply r ON r.document_id = d.id WHERE )sql" +
                     std::string{kOfPeriod} + " ORDER BY d.arrival_number, r.issued_on, r.outgoing_id LIMIT $6 * 50",
                 params, [&](const db::Row& row) {
                     const auto found = entries.find(row.text(0));
                     if (found != entries.end()) {
                         append(found->second.replySymbols, row.text(1));
                     }
                 });
}

/// Numbers that no document has: still reserved, or voided.
std::vector<PrintedEntry> emptyNumbers(db::Reader& reader, std::string_view agencyId, const PrintPeriod& period, int limit) {
    const auto from = startOfDayInVietnam(period.first);
    const auto to = startOfDayInVietnam(period.last.plusDays(1));
    return reader.list(R"sql(
        SELECT number, state, reason, end_reason FROM incoming_reservation
        WHERE agency_id = $1 AND register_code = $2 AND year = $3 AND state <> 'used' AND reserved_at >= $4 AND reserved_at < $5
        ORDER BY number LIMIT $6
    )sql",
                       {agencyId, period.registerCode, period.year, from, to, limit}, [](const db::Row& row) {
                           PrintedEntry entry;
                           entry.number = row.integer(0);
                           entry.isEmpty = true;
                           entry.note = row.text(1) == "voided" ? "Đã huỷ số: " + row.string(3) : "Giữ số: " + row.string(2);
                           return entry;
                       });
}

}  // namespace

std::vector<PrintedEntry> RegisterPrintRepository::entries(db::Reader& reader, std::string_view agencyId, const PrintPeriod& period,
                                                           int limit) const {
    const auto params = paramsOf(agencyId, period, limit);
    auto documents = documentsOf(reader, params);
    addReceivers(reader, params, documents);
    addReplies(reader, params, documents);
    auto all = emptyNumbers(reader, agencyId, period, limit);
    for (auto& [id, entry] : documents) {
        all.push_back(std::move(entry));
    }
    std::ranges::sort(all, {}, &PrintedEntry::number);
    return all;
}

void RegisterPrintRepository::addReply(db::Tx& tx, std::string_view agencyId, const Reply& reply) const {
    tx.execute(R"sql(
        INSERT INTO incoming_reply (document_id, outgoing_id, symbol, issued_on)
        SELECT id, $3, $4, $5 FROM incoming_document WHERE id = $1 AND agency_id = $2
        ON CONFLICT DO NOTHING
    )sql",
               {reply.documentId, agencyId, reply.outgoingId, reply.symbol, reply.issuedOn});
}

}  // namespace congvu::incoming
