// SPDX-License-Identifier: Apache-2.0
#include "storage/FigureRepository.h"

#include "congvu/db/Conditions.h"
#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "storage/LikePattern.h"

#include <charconv>
#include <optional>

namespace congvu::outgoing {

namespace {

constexpr std::int64_t kMillisecondsOfDay = 86'400'000;

std::int64_t dayNumberOf(Date day) {
    return day.sysDays().time_since_epoch().count();
}

ports::FigureDay figureDayOf(const db::Row& row) {
    const std::chrono::sys_days day{std::chrono::days{row.integer(1)}};
    return {row.string(0), Date{std::chrono::year_month_day{day}}, row.integer(2)};
}

IssuedFigure issuedFigureOf(const db::Row& row) {
    IssuedFigure figure;
    figure.unitId = row.string(0);
    figure.formId = row.string(1);
    figure.numberGroup = row.string(2);
    figure.channel = row.string(3);
    figure.sending = row.string(4);
    figure.personSignature = row.string(5);
    figure.agencySignature = row.string(6);
    figure.createdAt = row.time(7);
    figure.signedAt = row.optionalTime(8);
    figure.numberedAt = row.optionalTime(9);
    figure.sealedAt = row.optionalTime(10);
    figure.issuedAt = row.time(11);
    figure.recipients = row.integer(12);
    figure.refusing = row.integer(13);
    figure.waiting = row.integer(14);
    figure.lastReceivedAt = row.optionalTime(15);
    return figure;
}

DocumentRow figureRowOf(const db::Row& row) {
    DocumentRow found;
    found.id = row.string(0);
    found.typeName = row.string(1);
    found.subject = row.string(2);
    found.numberAndSymbol = row.string(3);
    found.documentDate = row.optionalDate(4);
    found.drafterName = row.string(5);
    found.signerName = row.string(6);
    found.urgency = row.string(7);
    found.state = json::enumFrom<DocumentState>(row.text(8)).value_or(DocumentState::issued);
    found.dueOn = row.optionalDate(9);
    found.updatedAt = row.time(10);
    found.signedAt = row.optionalTime(11);
    return found;
}

void restrictToEqual(db::Conditions& conditions, const char* condition, const std::optional<std::string>& value) {
    if (value) {
        conditions.where(condition, {*value});
    }
}

void restrictToReached(db::Conditions& conditions, std::string_view reached) {
    if (reached == "signed") {
        conditions.where("f.signed_at IS NOT NULL");
    } else if (reached == "numbered") {
        conditions.where("f.numbered_at IS NOT NULL");
    } else {
        conditions.where("f.sealed_at IS NOT NULL");
    }
}

/// As domain/IssuedFigure says it of one document.
void restrictToDelivery(db::Conditions& conditions, std::string_view delivery) {
    constexpr const char* kRefused =
        "EXISTS (SELECT 1 FROM outgoing_recipient r WHERE r.document_id = f.document_id AND r.status IN ('02', 'failed'))";
    constexpr const char* kWaiting =
        "EXISTS (SELECT 1 FROM outgoing_recipient r WHERE r.document_id = f.document_id "
        "AND r.status IN ('00', 'queued', 'sent', 'uncertain', '01'))";
    if (delivery == "refused") {
        conditions.where(kRefused);
        return;
    }
    conditions.where(std::string{"NOT "} + kRefused);
    if (delivery == "waiting") {
        conditions.where(kWaiting);
    } else {
        conditions.where(std::string{"NOT "} + kWaiting);
        conditions.where("EXISTS (SELECT 1 FROM outgoing_recipient r WHERE r.document_id = f.document_id)");
    }
}

void restrictToFigure(db::Conditions& conditions, const FigureFilter& filter) {
    if (filter.issuedFrom) {
        conditions.where("f.issued_at >= ?", {startOfDayInVietnam(*filter.issuedFrom)});
    }
    if (filter.issuedUntil) {
        conditions.where("f.issued_at < ?", {startOfDayInVietnam(filter.issuedUntil->plusDays(1))});
    }
    if (!filter.unitIds.empty()) {
        std::string places;
        for (const auto& id : filter.unitIds) {
            places += (places.empty() ? "" : ", ") + conditions.bind(id);
        }
        conditions.where("f.unit_id IN (" + places + ")");
    }
    restrictToEqual(conditions, "f.form_id = ?", filter.formId);
    restrictToEqual(conditions, "f.number_group = ?", filter.numberGroup);
    restrictToEqual(conditions, "f.channel = ?", filter.channel);
    restrictToEqual(conditions, "f.sending = ?", filter.sending);
    restrictToEqual(conditions, "f.person_signature = ?", filter.personSignature);
    restrictToEqual(conditions, "f.agency_signature = ?", filter.agencySignature);
    if (filter.reached) {
        restrictToReached(conditions, *filter.reached);
    }
    if (filter.delivery) {
        restrictToDelivery(conditions, *filter.delivery);
    }
}

/// The row-level policy of issued documents (DocumentRepository): readers of the agency, the drafting unit, who had to do with it.
void restrictToVisible(db::Conditions& conditions, const http::Caller& caller) {
    conditions.where("f.agency_id = ?", {caller.agencyId});
    if (!caller.may("outgoing.read-all")) {
        const auto token = conditions.keep("post:" + caller.postId);
        conditions.where("(f.unit_id = ? OR EXISTS (SELECT 1 FROM outgoing_access a WHERE a.document_id = f.document_id AND a.token = ?))",
                         {caller.unitId, token});
    }
}

std::int64_t millisecondsOfCursor(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    return value;
}

/// CROSS JOIN: SQLite keeps the order of the tables, so that the index of the figures gives the order.
constexpr const char* kFromFigures = " FROM outgoing_figure f CROSS JOIN outgoing_document d WHERE d.id = f.document_id AND ";

std::int64_t countFigures(db::Reader& reader, const db::Conditions& conditions, bool hasWords) {
    const std::string from = hasWords ? kFromFigures : " FROM outgoing_figure f WHERE ";
    const auto sql =
        "SELECT COUNT(*) FROM (SELECT 1 AS one" + from + conditions.sql() + " LIMIT " + std::to_string(db::kTotalCap) + ") counted";
    return reader.one(sql, conditions.params(), [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

}  // namespace

void FigureRepository::insert(db::Tx& tx, const OutgoingDocument& document, std::string_view sending) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_figure (document_id, agency_id, unit_id, form_id, number_group, channel, sending, person_signature,
            agency_signature, created_at, signed_at, numbered_at, sealed_at, issued_at)
        VALUES ($1, $2, $3, $4, $5,
            CASE WHEN EXISTS (SELECT 1 FROM outgoing_recipient r WHERE r.document_id = $1) THEN 'electronic' ELSE 'paper' END, $6, $7,
            CASE WHEN EXISTS (SELECT 1 FROM outgoing_revision v WHERE v.document_id = $1 AND v.kind = 'sealed') THEN 'yes' ELSE 'no' END,
            $8, $9,
            (SELECT n.at FROM outgoing_number n WHERE n.agency_id = $2 AND n.year = $10 AND n.group_key = $5 AND n.number = $11),
            (SELECT MAX(v.created_at) FROM outgoing_revision v WHERE v.document_id = $1 AND v.kind = 'sealed'), $12)
        ON CONFLICT (document_id) DO NOTHING)sql",
               {document.id, document.agencyId, document.unitId, document.formId, document.numberGroup, sending,
                document.signedAt ? "yes" : "no", document.createdAt, document.signedAt,
                document.documentDate ? document.documentDate->year() : 0, document.number, document.issuedAt});
    markChanged(tx, document.id);
}

void FigureRepository::markChanged(db::Tx& tx, std::string_view documentId) const {
    struct Place {
        std::string agencyId;
        Timestamp issuedAt;
    };
    const auto place =
        tx.one("SELECT agency_id, issued_at FROM outgoing_figure WHERE document_id = $1", {documentId}, [](const db::Row& row) {
            return Place{row.string(0), row.time(1)};
        });
    if (!place) {
        return;
    }
    tx.execute(R"sql(
        INSERT INTO outgoing_figure_day (agency_id, day, change)
        VALUES ($1, $2, COALESCE((SELECT newest.change FROM outgoing_figure_day newest ORDER BY newest.change DESC LIMIT 1), 0) + 1)
        ON CONFLICT (agency_id, day) DO UPDATE SET change = excluded.change)sql",
               {place->agencyId, dayNumberOf(dayInVietnam(place->issuedAt))});
}

std::vector<IssuedFigure> FigureRepository::ofDay(db::Reader& reader, std::string_view agencyId, Date day) const {
    const auto start = startOfDayInVietnam(day);
    return reader.list(R"sql(
        SELECT f.unit_id, f.form_id, f.number_group, f.channel, f.sending, f.person_signature, f.agency_signature, f.created_at, f.signed_at,
               f.numbered_at, f.sealed_at, f.issued_at,
               (SELECT COUNT(*) FROM outgoing_recipient r WHERE r.document_id = f.document_id),
               (SELECT COUNT(*) FROM outgoing_recipient r WHERE r.document_id = f.document_id AND r.status IN ('02', 'failed')),
               (SELECT COUNT(*) FROM outgoing_recipient r
                WHERE r.document_id = f.document_id AND r.status IN ('00', 'queued', 'sent', 'uncertain', '01')),
               (SELECT MAX(a.first_at) FROM (
                    SELECT MIN(s.at) AS first_at FROM outgoing_delivery_status s
                    WHERE s.document_id = f.document_id AND s.status IN ('03', '04', '05', '06', 'received') GROUP BY s.delivery_id) a)
        FROM outgoing_figure f
        WHERE f.agency_id = $1 AND f.issued_at >= $2 AND f.issued_at < $3 ORDER BY f.issued_at, f.document_id LIMIT 100000)sql",
                       {agencyId, start, start + std::chrono::milliseconds{kMillisecondsOfDay}}, issuedFigureOf);
}

std::vector<ports::FigureDay> FigureRepository::days(db::Reader& reader, const std::vector<std::string>& agencyIds, Date from,
                                                     Date until) const {
    if (agencyIds.empty()) {
        return {};
    }
    db::Conditions conditions;
    std::string places;
    for (const auto& id : agencyIds) {
        places += (places.empty() ? "" : ", ") + conditions.bind(id);
    }
    conditions.where("agency_id IN (" + places + ") AND day >= ? AND day <= ?", {dayNumberOf(from), dayNumberOf(until)});
    return reader.list(
        "SELECT agency_id, day, change FROM outgoing_figure_day WHERE " + conditions.sql() + " ORDER BY agency_id, day LIMIT 400000",
        conditions.params(), figureDayOf);
}

std::vector<ports::FigureDay> FigureRepository::changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) const {
    return reader.list("SELECT agency_id, day, change FROM outgoing_figure_day WHERE change > $1 ORDER BY change, agency_id, day LIMIT $2",
                       {change, limit}, figureDayOf);
}

db::Page<DocumentRow> FigureRepository::list(db::Reader& reader, const http::Caller& caller, const FigureFilter& filter,
                                             const std::string& foldedWords, const db::PageRequest& request) const {
    db::Conditions conditions;
    restrictToVisible(conditions, caller);
    restrictToFigure(conditions, filter);
    if (!foldedWords.empty()) {
        conditions.where("d.folded LIKE ? ESCAPE '~'", {conditions.keep(likePattern(foldedWords))});
    }
    const auto total = request.cursor.empty() ? std::optional{countFigures(reader, conditions, !foldedWords.empty())} : std::nullopt;
    std::vector<std::string> after;
    if (!request.cursor.empty()) {
        after = db::unpackCursor(request.cursor, 2);
        conditions.where("(f.issued_at, f.document_id) < (?, ?)", {millisecondsOfCursor(after[0]), after[1]});
    }
    std::string sql = R"sql(
        SELECT d.id, d.type_name, d.subject, d.number_and_symbol, d.document_date, d.drafter_name, d.signer_name, d.urgency, d.state, d.due_on,
               d.updated_at, d.signed_at, f.issued_at)sql";
    sql += kFromFigures + conditions.sql() + " ORDER BY f.issued_at DESC, f.document_id DESC LIMIT ";
    sql += conditions.bind(request.limit + 1);
    std::vector<std::int64_t> issuedAt;
    auto rows = reader.list(sql, conditions.params(), [&](const db::Row& row) {
        issuedAt.push_back(row.integer(12));
        return figureRowOf(row);
    });
    auto page = db::makePage(std::move(rows), request, [&](const DocumentRow& last) {
        return std::vector<std::string>{std::to_string(issuedAt[static_cast<std::size_t>(request.limit) - 1]), last.id};
    });
    page.total = total;
    return page;
}

}  // namespace congvu::outgoing
