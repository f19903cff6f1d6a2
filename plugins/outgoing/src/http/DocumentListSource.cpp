// SPDX-License-Identifier: Apache-2.0
#include "http/DocumentListSource.h"

#include "congvu/json/Encode.h"
#include "http/ListQuery.h"

namespace congvu::outgoing {

namespace {

std::string shownDay(const std::optional<Date>& day) {
    return day ? day->toDisplay() : std::string{};
}

std::string stateMessageOf(const DocumentRow& row) {
    return "outgoing.state." + (row.isReturned && row.state == DocumentState::draft ? "returned" : std::string{json::nameOf(row.state)});
}

lists::ListRow listRowOf(const DocumentRow& row) {
    return {row.numberAndSymbol, shownDay(row.documentDate),
            row.typeName,        row.subject,
            row.drafterName,     row.holderName,
            row.signerName,      "outgoing.urgency." + row.urgency,
            shownDay(row.dueOn), dayInVietnam(row.updatedAt).toDisplay(),
            stateMessageOf(row)};
}

}  // namespace

std::vector<lists::ListColumn> DocumentListSource::columns() const {
    using enum lists::CellKind;
    using enum sheets::CellAlign;
    return {{"symbol", "outgoing.list.symbol", 1.2, left, text},   {"documentDate", "outgoing.list.document-date", 0.8, left, text},
            {"type", "outgoing.list.type", 1, left, text},         {"subject", "outgoing.list.subject", 4, left, text},
            {"drafter", "outgoing.list.drafter", 1.5, left, text}, {"holder", "outgoing.list.holder", 1.5, left, text},
            {"signer", "outgoing.list.signer", 1.5, left, text},   {"urgency", "outgoing.list.urgency", 0.8, left, message},
            {"dueOn", "outgoing.list.due-on", 0.8, left, text},    {"updatedAt", "outgoing.list.updated-on", 0.8, left, text},
            {"state", "outgoing.list.state", 1.2, left, message}};
}

db::Page<lists::ListRow> DocumentListSource::rows(db::Reader& reader, const http::Request& request, const db::PageRequest& page) const {
    auto found = reading_.list(reader, request.caller(), listFilterOf(request), page);
    db::Page<lists::ListRow> rows;
    rows.next = std::move(found.next);
    rows.items.reserve(found.items.size());
    for (const auto& row : found.items) {
        rows.items.push_back(listRowOf(row));
    }
    return rows;
}

std::optional<std::int64_t> DocumentListSource::count(db::Reader& reader, const http::Request& request) const {
    return reading_.count(reader, request.caller(), listFilterOf(request));
}

}  // namespace congvu::outgoing
