// SPDX-License-Identifier: Apache-2.0
#include "storage/UnsentRepository.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "storage/LikePattern.h"

#include <charconv>
#include <limits>

namespace congvu::outgoing {

namespace {

constexpr const char* kLate = R"sql(d.state IN ('signed', 'numbered', 'sealed')
          AND (d.signed_at < $1 OR (d.urgency <> 'normal' AND d.signed_at < $2)))sql";
/// $3 agency, $4 reads all, $5 unit, $6 post.
constexpr const char* kOfCaller = R"sql( AND d.agency_id = $3 AND ($4 OR d.unit_id = $5
          OR EXISTS (SELECT 1 FROM outgoing_access a WHERE a.document_id = d.id AND a.token = 'post:' || $6)))sql";
constexpr const char* kPageOfList = R"sql( AND ($7 = '' OR d.folded LIKE $7 ESCAPE '~') AND (d.signed_at, d.id) > ($8, $9)
        ORDER BY d.signed_at, d.id LIMIT $10)sql";

db::Params lateParams(const http::Caller& caller, const IssueClock& late) {
    return {late.ordinary, late.urgent, caller.agencyId, caller.may("outgoing.read-all"), caller.unitId, caller.postId};
}

DocumentRow unsentRow(const db::Row& row) {
    DocumentRow found;
    found.id = row.string(0);
    found.typeName = row.string(1);
    found.subject = row.string(2);
    found.numberAndSymbol = row.string(3);
    found.documentDate = row.optionalDate(4);
    found.drafterName = row.string(5);
    found.signerName = row.string(6);
    found.urgency = row.string(7);
    found.state = json::enumFrom<DocumentState>(row.text(8)).value_or(DocumentState::cancelled);
    found.dueOn = row.optionalDate(9);
    found.updatedAt = row.time(10);
    found.signedAt = row.optionalTime(11);
    return found;
}

std::int64_t millisecondsOf(const std::string& text) {
    std::int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    return value;
}

}  // namespace

db::Page<DocumentRow> UnsentRepository::list(db::Reader& reader, const http::Caller& caller, const IssueClock& late,
                                             const std::string& foldedWords, const db::PageRequest& page) const {
    static const std::string statement = std::string{R"sql(
        SELECT d.id, d.type_name, d.subject, d.number_and_symbol, d.document_date, d.drafter_name, d.signer_name, d.urgency, d.state, d.due_on,
               d.updated_at, d.signed_at
        FROM outgoing_document d WHERE )sql"} +
                                         kLate + kOfCaller + kPageOfList;
    std::int64_t afterTime = std::numeric_limits<std::int64_t>::min();
    std::string afterId;
    if (!page.cursor.empty()) {
        const auto values = db::unpackCursor(page.cursor, 2);
        afterTime = millisecondsOf(values[0]);
        afterId = values[1];
    }
    const auto pattern = likePattern(foldedWords);
    auto params = lateParams(caller, late);
    params.insert(params.end(), {pattern, afterTime, afterId, page.limit + 1});
    auto rows = reader.list(statement, params, unsentRow);
    return db::makePage(std::move(rows), page, [](const DocumentRow& last) {
        return std::vector<std::string>{std::to_string(last.signedAt.value_or(Timestamp{}).time_since_epoch().count()), last.id};
    });
}

std::int64_t UnsentRepository::count(db::Reader& reader, const http::Caller& caller, const IssueClock& late, std::int64_t most) const {
    static const std::string statement =
        std::string{"SELECT COUNT(*) FROM (SELECT 1 AS one FROM outgoing_document d WHERE "} + kLate + kOfCaller + " LIMIT $7) counted";
    auto params = lateParams(caller, late);
    params.emplace_back(most);
    return reader.one(statement, params, [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

std::vector<UnsentDocument> UnsentRepository::toRemind(db::Reader& reader, const IssueClock& late, Date today, std::int64_t most) const {
    static const std::string statement =
        std::string{"SELECT d.id, d.agency_id, d.subject, d.number_and_symbol, d.signed_at FROM outgoing_document d WHERE "} + kLate +
        " AND (d.reminded_on IS NULL OR d.reminded_on < $3) ORDER BY d.signed_at, d.id LIMIT $4";
    return reader.list(statement, {late.ordinary, late.urgent, today, most}, [](const db::Row& row) {
        return UnsentDocument{row.string(0), row.string(1), row.string(2), row.string(3), row.time(4)};
    });
}

void UnsentRepository::markReminded(db::Tx& tx, std::string_view documentId, Date today) const {
    tx.execute("UPDATE outgoing_document SET reminded_on = $2 WHERE id = $1", {documentId, today});
}

}  // namespace congvu::outgoing
