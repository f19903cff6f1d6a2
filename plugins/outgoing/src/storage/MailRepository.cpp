// SPDX-License-Identifier: Apache-2.0
#include "storage/MailRepository.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

#include <charconv>
#include <limits>

namespace congvu::outgoing {

namespace {

constexpr const char* kMailColumns =
    "m.id, m.agency_id, m.document_id, m.delivery_id, m.kind, m.about_id, m.state, m.attempts, m.next_at, m.outcome, m.reply, "
    "m.created_at, m.changed_at, m.sent_at";

std::string selectMail(std::string_view rest) {
    return std::string{"SELECT "} + kMailColumns + " FROM outgoing_mail m " + std::string{rest};
}

OutgoingMail mailOf(const db::Row& row) {
    OutgoingMail found;
    found.id = row.string(0);
    found.agencyId = row.string(1);
    found.documentId = row.string(2);
    found.deliveryId = row.string(3);
    found.kind = json::enumFrom<NoticeKind>(row.text(4)).value_or(NoticeKind::document);
    found.aboutId = row.string(5);
    found.state = json::enumFrom<MailState>(row.text(6)).value_or(MailState::dropped);
    found.attempts = row.integer(7);
    found.nextAt = row.time(8);
    found.outcome = row.string(9);
    found.reply = row.string(10);
    found.createdAt = row.time(11);
    found.changedAt = row.time(12);
    found.sentAt = row.optionalTime(13);
    return found;
}

MailRow mailRowOf(const db::Row& row) {
    return {mailOf(row), row.string(14), row.string(15), row.string(16), row.string(17)};
}

std::int64_t mailTimeOf(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    return value;
}

/// The list with or without a state, each by its own index.
std::string mailPageSql(std::string_view condition, std::string_view limit) {
    return std::string{"SELECT "} + kMailColumns +
           ", d.number_and_symbol, d.subject, r.name, r.email FROM outgoing_mail m "
           "JOIN outgoing_document d ON d.id = m.document_id JOIN outgoing_recipient r ON r.delivery_id = m.delivery_id "
           "WHERE m.agency_id = $1 AND (m.changed_at, m.id) < ($2, $3)" +
           std::string{condition} + " ORDER BY m.changed_at DESC, m.id DESC LIMIT " + std::string{limit};
}

}  // namespace

void MailRepository::insert(db::Tx& tx, const OutgoingMail& mail) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_mail (id, agency_id, document_id, delivery_id, kind, about_id, state, attempts, next_at, outcome, reply, created_at,
                                   changed_at, sent_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14))sql",
               {mail.id, mail.agencyId, mail.documentId, mail.deliveryId, json::nameOf(mail.kind), mail.aboutId, json::nameOf(mail.state),
                mail.attempts, mail.nextAt, mail.outcome, mail.reply, mail.createdAt, mail.changedAt, mail.sentAt});
}

std::vector<OutgoingMail> MailRepository::due(db::Reader& reader, Timestamp now, std::int64_t most) const {
    static const auto statement = selectMail("WHERE m.state = 'queued' AND m.next_at <= $1 ORDER BY m.next_at, m.id LIMIT $2");
    return reader.list(statement, {now, most}, mailOf);
}

std::vector<OutgoingMail> MailRepository::leftOver(db::Reader& reader, Timestamp since, std::int64_t most) const {
    static const auto statement = selectMail("WHERE m.state = 'sending' AND m.changed_at < $1 ORDER BY m.changed_at, m.id LIMIT $2");
    return reader.list(statement, {since, most}, mailOf);
}

bool MailRepository::take(db::Tx& tx, std::string_view id, Timestamp at) const {
    return tx.execute("UPDATE outgoing_mail SET state = 'sending', changed_at = $2 WHERE id = $1 AND state = 'queued'", {id, at}) == 1;
}

bool MailRepository::write(db::Tx& tx, const OutgoingMail& mail, MailState from) const {
    return tx.execute(R"sql(
        UPDATE outgoing_mail
        SET state = $3, attempts = $4, next_at = $5, outcome = $6, reply = $7, changed_at = $8, sent_at = $9
        WHERE id = $1 AND state = $2)sql",
                      {mail.id, json::nameOf(from), json::nameOf(mail.state), mail.attempts, mail.nextAt, mail.outcome, mail.reply,
                       mail.changedAt, mail.sentAt}) == 1;
}

std::optional<OutgoingMail> MailRepository::find(db::Reader& reader, std::string_view documentId, std::string_view id) const {
    static const auto statement = selectMail("WHERE m.id = $2 AND m.document_id = $1");
    return reader.one(statement, {documentId, id}, mailOf);
}

std::vector<OutgoingMail> MailRepository::ofDocument(db::Reader& reader, std::string_view documentId) const {
    static const auto statement = selectMail("WHERE m.document_id = $1 ORDER BY m.created_at, m.id LIMIT 2000");
    return reader.list(statement, {documentId}, mailOf);
}

db::Page<MailRow> MailRepository::page(db::Reader& reader, std::string_view agencyId, std::optional<MailState> state,
                                       const db::PageRequest& page) const {
    static const auto every = mailPageSql("", "$4");
    static const auto inState = mailPageSql(" AND m.state = $4", "$5");
    std::int64_t beforeTime = std::numeric_limits<std::int64_t>::max();
    std::string beforeId;
    if (!page.cursor.empty()) {
        const auto values = db::unpackCursor(page.cursor, 2);
        beforeTime = mailTimeOf(values[0]);
        beforeId = values[1];
    }
    db::Params params{agencyId, beforeTime, beforeId};
    if (state) {
        params.emplace_back(json::nameOf(*state));
    }
    params.emplace_back(page.limit + 1);
    auto rows = reader.list(state ? inState : every, params, mailRowOf);
    return db::makePage(std::move(rows), page, [](const MailRow& last) {
        return std::vector<std::string>{std::to_string(last.mail.changedAt.time_since_epoch().count()), last.mail.id};
    });
}

MailCounts MailRepository::counts(db::Reader& reader, std::string_view agencyId) const {
    const auto counted = reader.one(R"sql(
        SELECT (SELECT COUNT(*) FROM (SELECT 1 AS one FROM outgoing_mail WHERE agency_id = $1 AND state = 'queued' LIMIT $2) waiting),
               (SELECT COUNT(*) FROM (SELECT 1 AS one FROM outgoing_mail WHERE agency_id = $1 AND state = 'failed' LIMIT $2) failed))sql",
                                    {agencyId, kMostCounted}, [](const db::Row& row) {
                                        return MailCounts{row.integer(0), row.integer(1)};
                                    });
    return counted.value_or(MailCounts{});
}

void MailRepository::dropQueued(db::Tx& tx, std::string_view documentId, Timestamp at) const {
    tx.execute(R"sql(
        UPDATE outgoing_mail SET state = 'dropped', changed_at = $2 WHERE document_id = $1 AND state IN ('queued', 'failed') AND outcome <> 'uncertain')sql",
               {documentId, at});
}

void MailRepository::settle(db::Tx& tx, std::string_view deliveryId, Timestamp at) const {
    tx.execute(R"sql(
        UPDATE outgoing_mail SET state = 'sent', changed_at = $2, sent_at = COALESCE(sent_at, $2)
        WHERE document_id = (SELECT document_id FROM outgoing_recipient WHERE delivery_id = $1) AND delivery_id = $1 AND kind = 'document'
          AND state IN ('queued', 'failed'))sql",
               {deliveryId, at});
}

}  // namespace congvu::outgoing
