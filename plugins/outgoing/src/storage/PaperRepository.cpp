// SPDX-License-Identifier: Apache-2.0
#include "storage/PaperRepository.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <limits>

namespace congvu::outgoing {

namespace {

std::string selectItems(std::string_view rest) {
    return std::string{R"sql(
        SELECT i.id, i.agency_id, i.document_id, i.delivery_id, i.kind, i.about_id, i.copies, i.state, i.list_id, i.envelope, i.note,
               i.created_at, i.changed_at, d.number_and_symbol, d.document_date, d.type_name, d.subject, d.urgency, r.agency_id, r.name,
               r.postal_address, COALESCE(a.number_and_symbol, '')
        FROM outgoing_paper_item i
        JOIN outgoing_document d ON d.id = i.document_id
        JOIN outgoing_recipient r ON r.delivery_id = i.delivery_id
        LEFT JOIN outgoing_document a ON a.id = i.about_id )sql"} +
           std::string{rest};
}

PaperItem paperItemOf(const db::Row& row) {
    PaperItem found;
    found.id = row.string(0);
    found.agencyId = row.string(1);
    found.documentId = row.string(2);
    found.deliveryId = row.string(3);
    found.kind = json::enumFrom<NoticeKind>(row.text(4)).value_or(NoticeKind::document);
    found.aboutId = row.string(5);
    found.copies = row.integer(6);
    found.state = json::enumFrom<PaperState>(row.text(7)).value_or(PaperState::dropped);
    found.listId = row.optionalString(8);
    found.envelope = row.integer(9);
    found.note = row.string(10);
    found.createdAt = row.time(11);
    found.changedAt = row.time(12);
    found.numberAndSymbol = row.string(13);
    found.documentDate = row.optionalDate(14);
    found.typeName = row.string(15);
    found.subject = row.string(16);
    found.urgency = row.string(17);
    found.recipientId = row.string(18);
    found.recipientName = row.string(19);
    found.postalAddress = row.string(20);
    found.aboutNumber = row.string(21);
    return found;
}

std::string selectLists(std::string_view rest) {
    return std::string{R"sql(
        SELECT l.id, l.agency_id, l.year, l.number, l.way, l.carrier, l.note, l.handed_on, l.received_by, l.handed_by_name, l.created_by_name,
               l.created_at, l.version,
               (SELECT COUNT(*) FROM outgoing_paper_item i WHERE i.list_id = l.id),
               (SELECT COUNT(DISTINCT i.envelope) FROM outgoing_paper_item i WHERE i.list_id = l.id)
        FROM outgoing_paper_list l )sql"} +
           std::string{rest};
}

PaperList paperListOf(const db::Row& row) {
    PaperList found;
    found.id = row.string(0);
    found.agencyId = row.string(1);
    found.year = row.integer(2);
    found.number = row.optionalInteger(3);
    found.way = json::enumFrom<PaperWay>(row.text(4)).value_or(PaperWay::post);
    found.carrier = row.string(5);
    found.note = row.string(6);
    found.handedOn = row.optionalDate(7);
    found.receivedBy = row.string(8);
    found.handedByName = row.string(9);
    found.createdByName = row.string(10);
    found.createdAt = row.time(11);
    found.version = row.integer(12);
    found.items = row.integer(13);
    found.envelopes = row.integer(14);
    return found;
}

struct PaperCursor {
    std::int64_t time = 0;
    std::string id;
};

PaperCursor paperCursorOf(const db::PageRequest& page, std::int64_t start) {
    PaperCursor cursor{start, {}};
    if (page.cursor.empty()) {
        return cursor;
    }
    const auto values = db::unpackCursor(page.cursor, 2);
    const auto* end = values[0].data() + values[0].size();
    const auto read = std::from_chars(values[0].data(), end, cursor.time);
    if (read.ec != std::errc{} || read.ptr != end) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    cursor.id = values[1];
    return cursor;
}

template <class Row>
std::vector<std::string> paperCursorAfter(const Row& last) {
    return {std::to_string(last.createdAt.time_since_epoch().count()), last.id};
}

}  // namespace

void PaperRepository::insertItem(db::Tx& tx, const PaperItem& item) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_paper_item (id, agency_id, document_id, delivery_id, kind, about_id, copies, state, list_id, envelope, note,
                                         created_at, changed_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))sql",
               {item.id, item.agencyId, item.documentId, item.deliveryId, json::nameOf(item.kind), item.aboutId, item.copies,
                json::nameOf(item.state), item.listId, item.envelope, item.note, item.createdAt, item.changedAt});
}

std::optional<PaperItem> PaperRepository::item(db::Reader& reader, std::string_view agencyId, std::string_view id) const {
    static const auto statement = selectItems("WHERE i.id = $2 AND i.agency_id = $1");
    return reader.one(statement, {agencyId, id}, paperItemOf);
}

db::Page<PaperItem> PaperRepository::waiting(db::Reader& reader, std::string_view agencyId, const db::PageRequest& page) const {
    static const auto statement = selectItems(
        "WHERE i.agency_id = $1 AND i.state = 'waiting' AND (i.created_at, i.id) > ($2, $3) ORDER BY i.created_at, i.id LIMIT $4");
    const auto after = paperCursorOf(page, std::numeric_limits<std::int64_t>::min());
    auto rows = reader.list(statement, {agencyId, after.time, after.id, page.limit + 1}, paperItemOf);
    return db::makePage(std::move(rows), page, paperCursorAfter<PaperItem>);
}

std::vector<PaperItem> PaperRepository::waitingOf(db::Reader& reader, std::string_view agencyId,
                                                  const std::vector<std::string>& ids) const {
    constexpr std::size_t kAtOnce = 200;
    std::vector<PaperItem> found;
    for (std::size_t start = 0; start < ids.size(); start += kAtOnce) {
        db::Params params{agencyId};
        std::string places;
        for (std::size_t index = start; index < std::min(ids.size(), start + kAtOnce); ++index) {
            params.emplace_back(ids[index]);
            places += (places.empty() ? "$" : ", $") + std::to_string(params.size());
        }
        const auto statement = selectItems("WHERE i.agency_id = $1 AND i.state = 'waiting' AND i.id IN (" + places +
                                           ") ORDER BY i.created_at, i.id LIMIT 200");
        auto part = reader.list(statement, params, paperItemOf);
        std::ranges::move(part, std::back_inserter(found));
    }
    return found;
}

std::vector<PaperItem> PaperRepository::ofList(db::Reader& reader, std::string_view listId) const {
    static const auto statement = selectItems("WHERE i.list_id = $1 ORDER BY i.envelope, i.id LIMIT " + std::to_string(kMostItems));
    return reader.list(statement, {listId}, paperItemOf);
}

std::vector<PaperItem> PaperRepository::ofDocument(db::Reader& reader, std::string_view documentId) const {
    static const auto statement = selectItems("WHERE i.document_id = $1 ORDER BY i.created_at, i.id LIMIT 2000");
    return reader.list(statement, {documentId}, paperItemOf);
}

std::vector<PaperItem> PaperRepository::handedIn(db::Reader& reader, std::string_view agencyId, const PaperPeriod& period,
                                                 std::int64_t most) const {
    static const auto statement = selectItems(R"sql(
        JOIN outgoing_paper_list l ON l.id = i.list_id
        WHERE l.agency_id = $1 AND l.way = $2 AND l.handed_on >= $3 AND l.handed_on <= $4
        ORDER BY l.handed_on, l.number, i.envelope, i.id LIMIT $5)sql");
    return reader.list(statement, {agencyId, json::nameOf(period.way), period.from, period.to, most}, paperItemOf);
}

void PaperRepository::updateItem(db::Tx& tx, const PaperItem& item) const {
    tx.execute(R"sql(
        UPDATE outgoing_paper_item SET state = $2, list_id = $3, envelope = $4, copies = $5, note = $6, changed_at = $7 WHERE id = $1)sql",
               {item.id, json::nameOf(item.state), item.listId, item.envelope, item.copies, item.note, item.changedAt});
}

void PaperRepository::dropOpen(db::Tx& tx, std::string_view documentId, Timestamp at) const {
    tx.execute(R"sql(
        UPDATE outgoing_paper_item SET state = 'dropped', list_id = NULL, envelope = 0, changed_at = $2
        WHERE document_id = $1 AND state IN ('waiting', 'listed'))sql",
               {documentId, at});
}

void PaperRepository::insertList(db::Tx& tx, const PaperList& list) const {
    tx.execute(R"sql(
        INSERT INTO outgoing_paper_list (id, agency_id, year, number, way, carrier, note, handed_on, received_by, handed_by_name, created_by_name,
                                         created_at, version)
        VALUES ($1, $2, $3, NULL, $4, $5, $6, NULL, '', '', $7, $8, 1))sql",
               {list.id, list.agencyId, list.year, json::nameOf(list.way), list.carrier, list.note, list.createdByName, list.createdAt});
}

std::optional<PaperList> PaperRepository::list(db::Reader& reader, std::string_view agencyId, std::string_view id) const {
    static const auto statement = selectLists("WHERE l.id = $2 AND l.agency_id = $1");
    return reader.one(statement, {agencyId, id}, paperListOf);
}

db::Page<PaperList> PaperRepository::lists(db::Reader& reader, std::string_view agencyId, const db::PageRequest& page) const {
    static const auto statement =
        selectLists("WHERE l.agency_id = $1 AND (l.created_at, l.id) < ($2, $3) ORDER BY l.created_at DESC, l.id DESC LIMIT $4");
    const auto before = paperCursorOf(page, std::numeric_limits<std::int64_t>::max());
    auto rows = reader.list(statement, {agencyId, before.time, before.id, page.limit + 1}, paperListOf);
    return db::makePage(std::move(rows), page, paperCursorAfter<PaperList>);
}

std::vector<PaperList> PaperRepository::handedLists(db::Reader& reader, std::string_view agencyId, const PaperPeriod& period) const {
    static const auto statement = selectLists(
        "WHERE l.agency_id = $1 AND l.way = $2 AND l.handed_on >= $3 AND l.handed_on <= $4 ORDER BY l.handed_on, l.number LIMIT 5000");
    return reader.list(statement, {agencyId, json::nameOf(period.way), period.from, period.to}, paperListOf);
}

bool PaperRepository::updateList(db::Tx& tx, const PaperList& list, std::int64_t expectedVersion) const {
    return tx.execute(R"sql(
        UPDATE outgoing_paper_list
        SET year = $3, number = $4, way = $5, carrier = $6, note = $7, handed_on = $8, received_by = $9, handed_by_name = $10,
            version = version + 1
        WHERE id = $1 AND version = $2)sql",
                      {list.id, expectedVersion, list.year, list.number, json::nameOf(list.way), list.carrier, list.note, list.handedOn,
                       list.receivedBy, list.handedByName}) == 1;
}

void PaperRepository::removeList(db::Tx& tx, std::string_view id) const {
    tx.execute("DELETE FROM outgoing_paper_list WHERE id = $1", {id});
}

std::int64_t PaperRepository::lastNumber(db::Reader& reader, std::string_view agencyId, std::int64_t year) const {
    return reader
        .one("SELECT COALESCE(MAX(number), 0) FROM outgoing_paper_list WHERE agency_id = $1 AND year = $2", {agencyId, year},
             [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

}  // namespace congvu::outgoing
