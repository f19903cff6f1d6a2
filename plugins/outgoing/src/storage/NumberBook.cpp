// SPDX-License-Identifier: Apache-2.0
#include "storage/NumberBook.h"

#include "congvu/db/Conditions.h"
#include "congvu/error/AppError.h"
#include "domain/FormFields.h"

#include <charconv>
#include <map>
#include <utility>

namespace congvu::outgoing {

namespace {

constexpr const char* kEntryColumns = R"sql(
        SELECT n.year, n.group_key, n.number, n.status, n.number_and_symbol, n.document_id, n.document_date, n.reason, n.by_name, n.at,
               COALESCE(d.type_name, ''), COALESCE(d.subject, ''), COALESCE(d.signer_name, ''))sql";

constexpr const char* kWithDocument = " FROM outgoing_number n LEFT JOIN outgoing_document d ON d.id = n.document_id WHERE ";

/// What the filter asks for and nothing else, so that each question finds its index. The filter must outlive the answer.
db::Conditions conditionsOf(std::string_view agencyId, const RegisterFilter& filter) {
    db::Conditions found;
    found.where("n.agency_id = ? AND n.year = ?", {agencyId, filter.year});
    if (filter.group) {
        found.where("n.group_key = ?", {*filter.group});
    }
    if (!filter.status.empty()) {
        found.where("n.status = ?", {filter.status});
    }
    if (filter.from) {
        found.where("n.document_date >= ?", {*filter.from});
    }
    if (filter.to) {
        found.where("n.document_date <= ?", {*filter.to});
    }
    return found;
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

/// In which order a question pages, and after which row it goes on.
struct PageOrder {
    const char* columns;
    std::vector<std::string> (*valuesOf)(const NumberEntry&);
};

std::vector<std::string> valuesOfNumber(const NumberEntry& last) {
    return {last.group, std::to_string(last.number)};
}

std::vector<std::string> valuesOfDay(const NumberEntry& last) {
    return {last.documentDate ? last.documentDate->toString() : std::string{}, last.group, std::to_string(last.number)};
}

constexpr PageOrder kByNumber{"n.group_key DESC, n.number DESC", valuesOfNumber};
constexpr PageOrder kByDay{"n.document_date DESC, n.group_key DESC, n.number DESC", valuesOfDay};

void goOnAfter(db::Conditions& conditions, const RegisterFilter& filter, bool isByDay, const std::vector<std::string>& values) {
    if (isByDay) {
        conditions.where("(n.document_date, n.group_key, n.number) < (?, ?, ?)", {values[0], values[1], cursorNumberOf(values[2])});
    } else if (filter.group) {
        conditions.where("n.number < ?", {cursorNumberOf(values[1])});
    } else {
        conditions.where("(n.group_key, n.number) < (?, ?)", {values[0], cursorNumberOf(values[1])});
    }
}

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
    const bool isByDay = filter.from || filter.to;
    const auto& order = isByDay ? kByDay : kByNumber;
    auto conditions = conditionsOf(agencyId, filter);
    const auto after = page.cursor.empty() ? std::vector<std::string>{} : db::unpackCursor(page.cursor, isByDay ? 3 : 2);
    if (!after.empty()) {
        goOnAfter(conditions, filter, isByDay, after);
    }
    const auto limit = conditions.bind(page.limit + 1);
    auto rows =
        reader.list(kEntryColumns + std::string{kWithDocument} + conditions.sql() + " ORDER BY " + order.columns + " LIMIT " + limit,
                    conditions.params(), entryOfRow);
    return db::makePage(std::move(rows), page, order.valuesOf);
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

bool NumberBook::isOfAnother(db::Reader& reader, std::string_view agencyId, const NumberEntry& used) const {
    return reader.exists(R"sql(
        SELECT 1 FROM outgoing_number
        WHERE agency_id = $1 AND year = $2 AND number_and_symbol = $3 AND status = 'used' AND document_id <> $4 LIMIT 1)sql",
                         {agencyId, used.year, used.numberAndSymbol, used.documentId});
}

bool NumberBook::hasNumbersFrom(db::Reader& reader, std::string_view agencyId, std::int64_t year, std::string_view exceptGroup) const {
    return reader.exists("SELECT 1 FROM outgoing_number WHERE agency_id = $1 AND year >= $2 AND group_key <> $3 LIMIT 1",
                         {agencyId, year, exceptGroup});
}

std::vector<PrintedEntry> NumberBook::printed(db::Reader& reader, std::string_view agencyId, const RegisterFilter& filter,
                                              std::int64_t limit) const {
    constexpr std::int64_t kMostRecipientsOfOne = 500;
    auto conditions = conditionsOf(agencyId, filter);
    const auto most = conditions.bind(limit);
    auto printed = reader.list(std::string{kEntryColumns} + ", COALESCE(d.state, ''), d.fields_json, d.issued_at" + kWithDocument +
                                   conditions.sql() + " ORDER BY n.group_key, n.number LIMIT " + most,
                               conditions.params(), printedOfRow);
    auto ofRecipients = conditionsOf(agencyId, filter);
    const auto mostNames = ofRecipients.bind(limit * kMostRecipientsOfOne);
    std::map<std::string, std::vector<std::string>> names;
    reader.query("SELECT n.document_id, r.name FROM outgoing_number n JOIN outgoing_recipient r ON r.document_id = n.document_id WHERE " +
                     ofRecipients.sql() + " ORDER BY n.group_key, n.number, r.name, r.delivery_id LIMIT " + mostNames,
                 ofRecipients.params(), [&](const db::Row& row) { names[row.string(0)].push_back(row.string(1)); });
    for (auto& one : printed) {
        if (const auto found = one.entry.documentId ? names.find(*one.entry.documentId) : names.end(); found != names.end()) {
            one.recipients = std::move(found->second);
        }
    }
    return printed;
}

}  // namespace congvu::outgoing
