// SPDX-License-Identifier: Apache-2.0
#include "storage/DocumentList.h"

#include "domain/DocumentState.h"
#include "storage/CounterRepository.h"
#include "storage/DocumentAccess.h"
#include "storage/DocumentRepository.h"
#include "storage/FigureConditions.h"
#include "storage/Statement.h"

#include "congvu/error/AppError.h"
#include "congvu/json/Decode.h"
#include "congvu/lists/MarkerFilter.h"
#include "congvu/text/Text.h"

#include <charconv>

namespace congvu::incoming {

namespace {

/// How one sort order walks its index: the key column, the direction, and the first key before every row.
struct SortOrder {
    std::string_view keyColumn;
    bool isDescending;
    std::string_view firstKey;
};

SortOrder orderOf(ListSort sort) {
    switch (sort) {
        case ListSort::arrivalDescending:
            return {"d.arrived_on", true, "9999-99-99"};
        case ListSort::arrivalAscending:
            return {"d.arrived_on", false, ""};
        case ListSort::dateDescending:
            return {"d.document_key", true, "9999-99-99"};
        case ListSort::dateAscending:
            return {"d.document_key", false, ""};
        case ListSort::dueAscending:
            return {"d.due_key", false, ""};
        case ListSort::dueDescending:
            return {"d.due_key", true, "9999-99-99"};
    }
    return {"d.arrived_on", true, "9999-99-99"};
}

bool sortsByArrival(ListSort sort) {
    return sort == ListSort::arrivalDescending || sort == ListSort::arrivalAscending;
}

/// Who asks, as the statements need it.
struct Asker {
    std::string agencyId;
    std::string personId;
    std::string postToken;
    std::string unitToken;
    bool readsAll;
    Date today;

    Asker(const http::Caller& caller, Date day)
        : agencyId(caller.agencyId),
          personId(caller.personId),
          postToken("post:" + caller.postId),
          unitToken("unit:" + caller.unitId),
          readsAll(caller.may(DocumentAccess::kReadAll)),
          today(day) {}
};

/// A filter with the texts that statements bind.
struct PreparedFilter : ListFilter {
    std::string pattern;
    std::string issuerKey;

    explicit PreparedFilter(const ListFilter& filter);
};

std::string likePattern(const std::string& typed) {
    std::string pattern = "%";
    for (const char c : text::fold(typed)) {
        if (c == '%' || c == '_' || c == '!') {
            pattern += '!';
        }
        pattern += c;
    }
    return pattern + '%';
}

PreparedFilter::PreparedFilter(const ListFilter& filter)
    : ListFilter(filter), pattern(likePattern(filter.text)), issuerKey(text::fold(filter.issuerName.value_or(""))) {}

/// `table` is incoming_document (d), or incoming_access (a) with its copies of tab and deadline.
void addTab(Statement& statement, std::string_view table, ListTab tab, Date today) {
    const auto column = " AND " + std::string{table} + ".";
    switch (tab) {
        case ListTab::all:
            return;
        case ListTab::waiting:
            return statement.add(column + "tab = 'waiting'");
        case ListTab::inWork:
            return statement.add(column + "tab = 'in_work'");
        case ListTab::overdue:
            statement.add(column + "tab IN ('waiting', 'in_work')");
            return statement.add(column + "due_key < ", today);
        case ListTab::done:
            return statement.add(column + "tab = 'done'");
    }
}

/// No index begins with the group: the walk along the arrivals ends where the period does, for their keys begin with the year.
void addSenderCategory(Statement& statement, const PreparedFilter& filter) {
    const bool isUngrouped = *filter.senderCategory == "-";
    statement.add(isUngrouped ? " AND NOT" : " AND");
    statement.add(" EXISTS (SELECT 1 FROM incoming_issuer i WHERE i.agency_id = d.agency_id AND i.issuer_key = d.issuer_key");
    statement.add(isUngrouped ? " AND i.category <> " : " AND i.category = ",
                  isUngrouped ? db::Param{""} : db::Param{*filter.senderCategory});
    statement.add(")");
    if (filter.arrivedFrom) {
        statement.add(" AND d.arrival_key > ", arrivalKeyBefore(filter.arrivedFrom->year()));
    }
    if (filter.arrivedTo) {
        statement.add(" AND d.arrival_key <= ", arrivalKeyBefore(filter.arrivedTo->year() + 1));
    }
}

/// What the reader has marked is little: its ids lead the way, whatever else is asked.
void addFrom(Statement& statement, const PreparedFilter& filter) {
    statement.add(" FROM " + std::string{filter.markerId.empty() ? std::string_view{} : lists::kMarkedFrom} + "incoming_document d");
}

void addMarker(Statement& statement, const PreparedFilter& filter) {
    const auto person = statement.bound(db::Param{std::string_view{filter.markerOwner}});
    const auto marker = statement.bound(db::Param{std::string_view{filter.markerId}});
    statement.add(" AND " + lists::markedCondition({"d.id", "incoming", "document"}, person, marker));
}

void addFilters(Statement& statement, const PreparedFilter& filter) {
    if (!filter.text.empty()) {
        statement.add(" AND d.folded LIKE ", db::Param{std::string_view{filter.pattern}});
        statement.add(" ESCAPE '!'");
    }
    if (filter.issuerName) {
        statement.add(" AND d.issuer_key = ", db::Param{std::string_view{filter.issuerKey}});
    }
    if (filter.typeId) {
        statement.add(" AND d.type_id = ", filter.typeId);
    }
    if (filter.urgency) {
        statement.add(" AND d.urgency = ", filter.urgency);
    }
    if (filter.registerCode) {
        statement.add(" AND d.register_code = ", filter.registerCode);
    }
    if (filter.senderCategory) {
        addSenderCategory(statement, filter);
    }
    if (filter.isWithoutCancelled) {
        statement.add(" AND d.state <> 'cancelled'");
    }
    // As expressions: SQLite takes a range of one column for narrower than three equal ones, and would walk the index of the period.
    if (filter.arrivedFrom) {
        statement.add(" AND (d.arrived_on || '') >= ", filter.arrivedFrom);
    }
    if (filter.arrivedTo) {
        statement.add(" AND (d.arrived_on || '') <= ", filter.arrivedTo);
    }
    if (filter.dueTo) {
        statement.add(" AND d.due_on <= ", filter.dueTo);
    }
    if (!filter.figure.isEmpty()) {
        statement.add(" AND EXISTS (SELECT 1 FROM incoming_figure f WHERE f.document_id = d.id");
        addFigureFilter(statement, filter.figure);
        statement.add(")");
    }
}

/// Everything that narrows the list. The row-level policy is part of every statement.
void addConditions(Statement& statement, const Asker& asker, const PreparedFilter& filter) {
    statement.add(" WHERE d.agency_id = ", db::Param{std::string_view{asker.agencyId}});
    if (!filter.markerId.empty()) {
        addMarker(statement, filter);
    }
    addTab(statement, "d", filter.tab, asker.today);
    if (!asker.readsAll) {
        statement.add(" AND d.id IN (SELECT a.document_id FROM incoming_access a WHERE a.token IN (",
                      db::Param{std::string_view{asker.postToken}});
        statement.add(", ", db::Param{std::string_view{asker.unitToken}});
        statement.add("))");
    }
    addFilters(statement, filter);
}

DocumentSummaryRow rowOf(const db::Row& row, Date today) {
    DocumentSummaryRow item;
    item.id = row.string(0);
    item.state = json::enumFrom<DocumentState>(row.text(1)).value_or(DocumentState::registered);
    item.arrivalNumber = row.integer(2);
    item.arrivedOn = row.date(3);
    item.symbol = row.string(4);
    item.issuerName = row.string(5);
    item.typeId = row.string(6);
    item.subject = row.string(7);
    item.documentDate = row.optionalDate(8);
    item.urgency = json::enumFrom<Urgency>(row.text(9)).value_or(Urgency::normal);
    item.dueOn = row.optionalDate(10);
    item.verdict = row.string(11);
    item.submittedToName = row.string(12);
    item.arrivalKey = row.integer(13);
    item.isUnread = row.isNull(14);
    item.isOverdue = isOpen(item.state) && item.dueOn && *item.dueOn < today;
    return item;
}

std::string sortValue(const DocumentSummaryRow& row, ListSort sort) {
    switch (sort) {
        case ListSort::dateDescending:
        case ListSort::dateAscending:
            return row.documentDate ? row.documentDate->toString() : "0000-00-00";
        case ListSort::dueAscending:
        case ListSort::dueDescending:
            return row.dueOn ? row.dueOn->toString() : "9999-12-31";
        default:
            return row.arrivedOn.toString();
    }
}

/// Where the page begins: after the last row of the page before.
struct Start {
    std::string key;
    std::int64_t arrivalKey = 0;
};

Start startOf(const db::PageRequest& request, const SortOrder& order) {
    constexpr std::int64_t kAfterEveryArrival = 999'999'999'999'999;
    if (request.cursor.empty()) {
        return {std::string{order.firstKey}, order.isDescending ? kAfterEveryArrival : 0};
    }
    const auto values = db::unpackCursor(request.cursor, 2);
    Start start{values[0], 0};
    const auto& number = values[1];
    const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), start.arrivalKey);
    if (error != std::errc{} || end != number.data() + number.size()) {
        throw AppError::invalidField("/cursor", "bad-cursor");
    }
    return start;
}

constexpr std::string_view kSelectRow = R"sql(
        SELECT d.id, d.state, d.arrival_number, d.arrived_on, d.symbol, d.issuer_name, d.type_id, d.subject, d.document_date, d.urgency,
            d.due_on, d.verdict, d.submitted_to_name, d.arrival_key, m.read_at)sql";
constexpr std::string_view kJoinReadMark = " LEFT JOIN incoming_read_mark m ON m.document_id = d.id AND m.person_id = ";

/// The beginning of the list of what one token opens. CROSS JOIN: SQLite keeps the order of the tables, so that the index gives the order.
void addArm(Statement& statement, const Asker& asker, const std::string& token, const PreparedFilter& filter, const Start& start,
            std::int64_t limit) {
    const auto isDescending = orderOf(filter.sort).isDescending;
    statement.add("SELECT * FROM (");
    statement.add(kSelectRow);
    statement.add(" FROM incoming_access a CROSS JOIN incoming_document d");
    statement.add(kJoinReadMark, db::Param{std::string_view{asker.personId}});
    statement.add(" WHERE d.id = a.document_id AND a.token = ", db::Param{std::string_view{token}});
    statement.add(" AND a.agency_id = ", db::Param{std::string_view{asker.agencyId}});
    addTab(statement, "a", filter.tab, asker.today);
    addFilters(statement, filter);
    statement.add(isDescending ? " AND a.arrival_key < " : " AND a.arrival_key > ", start.arrivalKey);
    statement.add(isDescending ? " ORDER BY a.arrival_key DESC LIMIT " : " ORDER BY a.arrival_key ASC LIMIT ", limit);
    statement.add(") AS arm");
}

/// By arrival, for somebody who sees what his post or unit was given: each token's list along its index, then merged; no document twice.
Statement ownListStatement(const Asker& asker, const PreparedFilter& filter, const Start& start, std::int64_t limit) {
    Statement statement;
    addArm(statement, asker, asker.postToken, filter, start, limit);
    statement.add(" UNION ");
    addArm(statement, asker, asker.unitToken, filter, start, limit);
    statement.add(orderOf(filter.sort).isDescending ? " ORDER BY arrival_key DESC LIMIT " : " ORDER BY arrival_key ASC LIMIT ", limit);
    return statement;
}

/// What a figure counts, for whoever reads all: the page's keys from the index of incoming_figure, in its order, then the documents. CROSS
/// JOIN: SQLite keeps the order of the tables.
Statement figureListStatement(const Asker& asker, const PreparedFilter& filter, const Start& start, std::int64_t limit) {
    const bool isDescending = orderOf(filter.sort).isDescending;
    const auto ordered = [isDescending](const std::string& table) {
        const std::string direction = isDescending ? " DESC" : " ASC";
        return " ORDER BY " + table + ".arrived_on" + direction + ", " + table + ".arrival_key" + direction + " LIMIT ";
    };
    Statement statement;
    statement.add(kSelectRow);
    statement.add(" FROM (SELECT f.arrived_on, f.arrival_key");
    addFigureSelection(statement, asker.agencyId, filter);
    statement.add(isDescending ? " AND (f.arrived_on, f.arrival_key) < (" : " AND (f.arrived_on, f.arrival_key) > (",
                  db::Param{std::string_view{start.key}});
    statement.add(", ", start.arrivalKey);
    statement.add(")" + ordered("f"), limit);
    statement.add(") page CROSS JOIN incoming_document d");
    statement.add(kJoinReadMark, db::Param{std::string_view{asker.personId}});
    statement.add(" WHERE d.arrival_key = page.arrival_key AND d.agency_id = ", db::Param{std::string_view{asker.agencyId}});
    statement.add(ordered("page"), limit);
    return statement;
}

Statement listStatement(const Asker& asker, const PreparedFilter& filter, const Start& start, std::int64_t limit) {
    if (asker.readsAll && isAnsweredByFigures(filter)) {
        return figureListStatement(asker, filter, start, limit);
    }
    if (!asker.readsAll && sortsByArrival(filter.sort) && filter.markerId.empty()) {
        return ownListStatement(asker, filter, start, limit);
    }
    const auto order = orderOf(filter.sort);
    const std::string direction = order.isDescending ? " DESC" : " ASC";
    const std::string compare = order.isDescending ? " < " : " > ";
    Statement statement;
    statement.add(kSelectRow);
    addFrom(statement, filter);
    statement.add(kJoinReadMark, db::Param{std::string_view{asker.personId}});
    addConditions(statement, asker, filter);
    if (sortsByArrival(filter.sort)) {  // the arrival key is unique within the agency, so it alone is the order
        statement.add(" AND d.arrival_key" + compare, start.arrivalKey);
        statement.add(" ORDER BY d.arrival_key" + direction);
    } else {
        const auto key = std::string{order.keyColumn};
        statement.add(" AND (" + key + ", d.arrival_key)" + compare + "(", db::Param{std::string_view{start.key}});
        statement.add(", ", start.arrivalKey);
        statement.add(") ORDER BY " + key + direction + ", d.arrival_key" + direction);
    }
    statement.add(" LIMIT ", limit);
    return statement;
}

bool isUnfiltered(const ListFilter& filter) {
    return filter.text.empty() && !filter.issuerName && !filter.typeId && !filter.urgency && !filter.registerCode &&
           !filter.senderCategory && !filter.isWithoutCancelled && !filter.arrivedFrom && !filter.arrivedTo && !filter.dueTo &&
           filter.markerId.empty() && filter.figure.isEmpty();
}

/// What the caller's own tokens open; documents are looked at only for filters that incoming_access does not know.
void addOwnConditions(Statement& statement, const Asker& asker, const PreparedFilter& filter) {
    statement.add(isUnfiltered(filter) ? "" : " CROSS JOIN incoming_document d");
    statement.add(" WHERE a.token IN (", db::Param{std::string_view{asker.postToken}});
    statement.add(", ", db::Param{std::string_view{asker.unitToken}});
    statement.add(") AND a.agency_id = ", db::Param{std::string_view{asker.agencyId}});
    statement.add(isUnfiltered(filter) ? "" : " AND d.id = a.document_id");
    addTab(statement, "a", filter.tab, asker.today);
    addFilters(statement, filter);
}

std::int64_t countUpToCap(db::Reader& reader, const Asker& asker, const PreparedFilter& filter) {
    Statement statement;
    if (asker.readsAll && isAnsweredByFigures(filter)) {
        statement.add("SELECT COUNT(*) FROM (SELECT 1");
        addFigureSelection(statement, asker.agencyId, filter);
    } else if (asker.readsAll || !filter.markerId.empty()) {
        statement.add("SELECT COUNT(*) FROM (SELECT 1");
        addFrom(statement, filter);
        addConditions(statement, asker, filter);
    } else {
        statement.add("SELECT COUNT(*) FROM (SELECT DISTINCT a.document_id FROM incoming_access a");
        addOwnConditions(statement, asker, filter);
    }
    statement.add(" LIMIT ", db::kTotalCap);
    statement.add(") counted");
    return reader.one(statement.sql, statement.params, [](const db::Row& row) { return row.integer(0); }).value_or(0);
}

std::int64_t countTab(db::Reader& reader, const Asker& asker, ListTab tab) {
    ListFilter filter;
    filter.tab = tab;
    return countUpToCap(reader, asker, PreparedFilter{filter});
}

}  // namespace

db::Page<DocumentSummaryRow> DocumentList::page(db::Reader& reader, const http::Caller& caller, const ListFilter& filter,
                                                const db::PageRequest& request, Date today) const {
    const Asker asker{caller, today};
    const PreparedFilter prepared{filter};
    const auto start = startOf(request, orderOf(filter.sort));
    const auto statement = listStatement(asker, prepared, start, request.limit + 1);
    auto rows = reader.list(statement.sql, statement.params, [&](const db::Row& row) { return rowOf(row, today); });
    auto page = db::makePage(std::move(rows), request, [&](const DocumentSummaryRow& row) {
        return std::vector<std::string>{sortValue(row, filter.sort), std::to_string(row.arrivalKey)};
    });
    if (request.cursor.empty() && !isUnfiltered(filter)) {
        page.total = page.next ? countUpToCap(reader, asker, prepared) : static_cast<std::int64_t>(page.items.size());
    }
    return page;
}

std::optional<std::int64_t> DocumentList::count(db::Reader& reader, const http::Caller& caller, const ListFilter& filter,
                                                Date today) const {
    const bool isTestedRowByRow = !filter.text.empty() || filter.senderCategory || filter.isWithoutCancelled || filter.dueTo;
    return isTestedRowByRow ? std::nullopt : std::optional{countUpToCap(reader, Asker{caller, today}, PreparedFilter{filter})};
}

ListCounters DocumentList::counters(db::Reader& reader, const http::Caller& caller, Date today) const {
    ListCounters counters;
    const Asker asker{caller, today};
    counters.overdue = countTab(reader, asker, ListTab::overdue);
    if (asker.readsAll) {
        const CounterRepository rows;
        for (const auto& [name, value] : rows.all(reader, caller.agencyId)) {
            counters.all = name == counter::kAll ? value : counters.all;
            counters.waiting = name == counter::kWaiting ? value : counters.waiting;
            counters.inWork = name == counter::kInWork ? value : counters.inWork;
            counters.done = name == counter::kDone ? value : counters.done;
            counters.arrived = name == counter::kArrived ? value : counters.arrived;
            counters.queue = name == counter::kQueue ? value : counters.queue;
        }
        return counters;
    }
    counters.all = countTab(reader, asker, ListTab::all);
    counters.waiting = countTab(reader, asker, ListTab::waiting);
    counters.inWork = countTab(reader, asker, ListTab::inWork);
    counters.done = countTab(reader, asker, ListTab::done);
    return counters;
}

}  // namespace congvu::incoming
