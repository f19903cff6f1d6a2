// SPDX-License-Identifier: Apache-2.0
#include "http/DocumentListSource.h"

#include "domain/DocumentType.h"
#include "http/ListQuery.h"

#include "congvu/json/Encode.h"

namespace congvu::incoming {

namespace {

std::string shownDay(const std::optional<Date>& day) {
    return day ? day->toDisplay() : std::string{};
}

std::string typeNameOf(const std::string& typeId, std::string_view locale) {
    const auto* type = findDocumentType(typeId);
    return type == nullptr ? std::string{} : std::string{locale == "en" ? type->englishName : type->name};
}

lists::ListRow listRowOf(const DocumentSummaryRow& row, std::string_view locale) {
    return {std::to_string(row.arrivalNumber),
            row.arrivedOn.toDisplay(),
            row.symbol,
            shownDay(row.documentDate),
            row.issuerName,
            typeNameOf(row.typeId, locale),
            row.subject,
            "incoming.urgency." + std::string{json::nameOf(row.urgency)},
            shownDay(row.dueOn),
            row.submittedToName,
            "incoming.state." + std::string{json::nameOf(row.state)}};
}

}  // namespace

std::vector<lists::ListColumn> DocumentListSource::columns() const {
    using enum lists::CellKind;
    using enum sheets::CellAlign;
    return {{"arrivalNumber", "incoming.list.arrival-number", 0.7, right, text},
            {"arrivedOn", "incoming.list.arrived-on", 0.8, left, text},
            {"symbol", "incoming.list.symbol", 1.2, left, text},
            {"documentDate", "incoming.list.document-date", 0.8, left, text},
            {"issuerName", "incoming.list.issuer", 2, left, text},
            {"type", "incoming.list.type", 1, left, text},
            {"subject", "incoming.list.subject", 4, left, text},
            {"urgency", "incoming.list.urgency", 0.8, left, message},
            {"dueOn", "incoming.list.due-on", 0.8, left, text},
            {"leader", "incoming.list.leader", 1.5, left, text},
            {"state", "incoming.list.state", 1.2, left, message}};
}

db::Page<lists::ListRow> DocumentListSource::rows(db::Reader& reader, const http::Request& request, const db::PageRequest& page) const {
    auto found = documents_.list(reader, request.caller(), listFilterOf(request), page);
    db::Page<lists::ListRow> rows;
    rows.next = std::move(found.next);
    rows.items.reserve(found.items.size());
    for (const auto& row : found.items) {
        rows.items.push_back(listRowOf(row, request.caller().locale));
    }
    return rows;
}

std::optional<std::int64_t> DocumentListSource::count(db::Reader& reader, const http::Request& request) const {
    return documents_.count(reader, request.caller(), listFilterOf(request));
}

}  // namespace congvu::incoming
