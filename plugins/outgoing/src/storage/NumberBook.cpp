// SPDX-License-Identifier: Apache-2.0
#include "storage/NumberBook.h"

#include "congvu/error/AppError.h"
#include "domain/FormFields.h"

#include <charconv>
#include <limits>
#include <map>
#include <utility>

namespace congvu::outgoing {

namespace {

constexpr const char* kEntryColumns = R"sql(
        SELECT n.year, n.group_key, n.number, n.status, n.number_and_symbol, n.document_id, n.document_date, n.reason, n.by_name, n.at,
               COALESCE(d.type_name, ''), COALESCE(d.subject, ''), COALESCE(d.signer_name, ''))sql";

/// $1 agency, $2 year, $3 group or a mark for every group, $4 status, $5 and $6 dates.
constexpr const char* kOfRegister = R"sql(
        WHERE n.agency_id = $1 AND n.year = $2 AND ($3 = '*' OR n.group_key = $3) AND ($4 = '' OR n.status = $4)
          AND ($5 = '' OR n.document_date >= $5) AND ($6 = '' OR n.document_date <= $6))sql";

std::string dayOrNothing(const std::optional<Date>& day) {
    return day ? day->toString() : std::string{};
}

db::Params paramsOf(std::string_view agencyId, const RegisterFilter& filter, const std::string& group, const std::string& from,
                    const std::string& to) {
    return {agencyId, filter.year, group, filter.status, from, to};
}

NumberEntry entryOfRow(const db::Row& row) {
    NumberEntry entry;
    entry.year = row.integer(0);
    entry.group = row.string(1);
    entry.number = row.integer(2);
    entry.status = row.string(3);
    entry.numberAndSymbol = row.string(4);
    entry.documentId = row.optionalString(5);
    entry.documentDate = row.optionalDate(6);
    entry.reason = row.string(7);
    entry.byName = row.string(8);
    entry.at = row.time(9);
    entry.typeName = row.string(10);
    entry.subject = row.string(11);
    entry.signerName = row.string(12);
    return entry;
}

PrintedEntry printedOfRow(const db::Row& row) {
    PrintedEntry printed{entryOfRow(row), row.string(13), {}, std::nullopt};
    if (!row.isNull(14)) {
        printed.archive = textMember(row.text(14), "archive");
    }
    if (const auto issuedAt = row.optionalTime(15)) {
        printed.issuedOn = dayInVietnam(*issuedAt);
    }
    return printed;
}

std::int64_t cursorNumberOf(const std::string& text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size()) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    return number;
}

/// Sorts behind every abbreviation of a type.
constexpr std::string_view kAfterEveryGroup = "\xF4\x8F\xBF\xBF";

}  // namespace

void NumberBook::insert(db::Tx& tx, std::string_view agencyId, const NumberEntry& entry) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_number (agency_id, year, group_key, number, status, number_and_symbol, document_id, document_date, reason, by_name, at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11))sql",
               {agencyId, entry.year, entry.group, entry.number, entry.status, entry.numberAndSymbol, entry.documentId, entry.documentDate,
                entry.reason, entry.byName, entry.at});
}

bool NumberBook::useReserved(db::Tx& tx, std::string_view agencyId, const NumberEntry& used) const {
    return tx.execute(R"sql(
        UPDATE outgoing_number SET status = 'used', number_and_symbol = $5, document_id = $6, document_date = $7, at = $8
        WHERE agency_id = $1 AND year = $2 AND group_key = $3 AND number = $4 AND status = 'reserved')sql",
                      {agencyId, used.year, used.group, used.number, used.numberAndSymbol, used.documentId, used.documentDate, used.at}) ==
           1;
}

bool NumberBook::cancel(db::Tx& tx, const registers::Sequence& sequence, std::int64_t number, std::string_view status,
                        std::string_view reason, std::string_view byName, Timestamp at) const {
    return tx.execute(R"sql(
        UPDATE outgoing_number SET status = 'cancelled', reason = $6, by_name = $7, at = $8
        WHERE agency_id = $1 AND year = $2 AND group_key = $3 AND number = $4 AND status = $5)sql",
                      {sequence.agencyId, sequence.year, sequence.group, number, status, reason, byName, at}) == 1;
}

db::Page<NumberEntry> NumberBook::page(db::Reader& reader, std::string_view agencyId, const RegisterFilter& filter,
                                       const db::PageRequest& page) const {
    std::string beforeGroup{kAfterEveryGroup};
    auto beforeNumber = std::numeric_limits<std::int64_t>::max();
    if (!page.cursor.empty()) {
        const auto values = db::unpackCursor(page.cursor, 2);
        beforeGroup = values[0];
        beforeNumber = cursorNumberOf(values[1]);
    }
    static const std::string statement = std::string{kEntryColumns} +
                                         " FROM outgoing_number n LEFT JOIN outgoing_document d ON d.id = n.document_id " + kOfRegister +
                                         " AND (n.group_key, n.number) < ($7, $8) ORDER BY n.group_key DESC, n.number DESC LIMIT $9";
    const auto group = filter.group.value_or("*");
    const auto from = dayOrNothing(filter.from);
    const auto to = dayOrNothing(filter.to);
    auto params = paramsOf(agencyId, filter, group, from, to);
    params.insert(params.end(), {beforeGroup, beforeNumber, page.limit + 1});
    auto rows = reader.list(statement, params, entryOfRow);
    return db::makePage(std::move(rows), page, [](const NumberEntry& last) {
        return std::vector<std::string>{last.group, std::to_string(last.number)};
    });
}

std::vector<NumberSequence> NumberBook::sequences(db::Reader& reader, std::string_view agencyId, int year) const {
    constexpr std::size_t kMostSequences = 100;
    std::vector<NumberSequence> sequences;
    // One step of the index for each sequence, however many numbers it has.
    auto next = reader.one("SELECT MIN(group_key) FROM outgoing_number WHERE agency_id = $1 AND year = $2", {agencyId, year},
                           [](const db::Row& row) { return row.optionalString(0); });
    while (next && *next && sequences.size() < kMostSequences) {
        const std::string group = **next;
        const auto last = reader.one("SELECT MAX(number) FROM outgoing_number WHERE agency_id = $1 AND year = $2 AND group_key = $3",
                                     {agencyId, year, group}, [](const db::Row& row) { return row.integer(0); });
        sequences.push_back({group, last.value_or(0)});
        next = reader.one("SELECT MIN(group_key) FROM outgoing_number WHERE agency_id = $1 AND year = $2 AND group_key > $3",
                          {agencyId, year, group}, [](const db::Row& row) { return row.optionalString(0); });
    }
    return sequences;
}

bool NumberBook::hasNumbersFrom(db::Reader& reader, std::string_view agencyId, std::int64_t year, std::string_view exceptGroup) const {
    return reader.exists("SELECT 1 FROM outgoing_number WHERE agency_id = $1 AND year >= $2 AND group_key <> $3 LIMIT 1",
                         {agencyId, year, exceptGroup});
}

std::vector<PrintedEntry> NumberBook::printed(db::Reader& reader, std::string_view agencyId, const RegisterFilter& filter,
                                              std::int64_t limit) const {
    static const std::string entries =
        std::string{kEntryColumns} + ", COALESCE(d.state, ''), d.fields_json, d.issued_at FROM outgoing_number n " +
        "LEFT JOIN outgoing_document d ON d.id = n.document_id " + kOfRegister + " ORDER BY n.group_key, n.number LIMIT $7";
    static const std::string recipients =
        std::string{"SELECT n.document_id, r.name FROM outgoing_number n JOIN outgoing_recipient r ON r.document_id = n.document_id "} +
        kOfRegister + " ORDER BY n.group_key, n.number, r.name, r.delivery_id LIMIT $7";
    constexpr std::int64_t kMostRecipientsOfOne = 500;
    const auto group = filter.group.value_or("*");
    const auto from = dayOrNothing(filter.from);
    const auto to = dayOrNothing(filter.to);
    auto params = paramsOf(agencyId, filter, group, from, to);
    params.emplace_back(limit);
    auto printed = reader.list(entries, params, printedOfRow);
    std::map<std::string, std::vector<std::string>> names;
    params.back() = db::Param{limit * kMostRecipientsOfOne};
    reader.query(recipients, params, [&](const db::Row& row) { names[row.string(0)].push_back(row.string(1)); });
    for (auto& one : printed) {
        if (const auto found = one.entry.documentId ? names.find(*one.entry.documentId) : names.end(); found != names.end()) {
            one.recipients = std::move(found->second);
        }
    }
    return printed;
}

}  // namespace congvu::outgoing
