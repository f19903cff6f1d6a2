// SPDX-License-Identifier: Apache-2.0
#include "http/DossierListSource.h"

#include "congvu/json/Encode.h"
#include "http/DossierQuery.h"

namespace congvu::records {

namespace {

std::string shownDay(const std::optional<Date>& day) {
    return day ? day->toDisplay() : std::string{};
}

lists::ListRow listRowOf(const Dossier& dossier) {
    return {dossier.notation,
            std::to_string(dossier.year),
            dossier.title,
            dossier.keeperName,
            dossier.unitName,
            dossier.retention,
            dossier.startedOn.toDisplay(),
            shownDay(dossier.endedOn),
            std::to_string(dossier.documentCount),
            std::to_string(dossier.pageCount),
            shownDay(dossier.dueOn),
            "records.state." + std::string{json::nameOf(dossier.state)}};
}

}  // namespace

std::vector<lists::ListColumn> DossierListSource::columns() const {
    using enum lists::CellKind;
    using enum sheets::CellAlign;
    return {{"notation", "records.list.notation", 1, left, text},
            {"year", "records.list.year", 0.6, left, text},
            {"title", "records.list.title", 4, left, text},
            {"keeperName", "records.list.keeper", 1.5, left, text},
            {"unitName", "records.list.unit", 1.5, left, text},
            {"retention", "records.list.retention", 1, left, text},
            {"startedOn", "records.list.started-on", 0.8, left, text},
            {"endedOn", "records.list.ended-on", 0.8, left, text},
            {"documentCount", "records.list.documents", 0.7, right, text},
            {"pageCount", "records.list.pages", 0.7, right, text},
            {"dueOn", "records.list.due-on", 0.8, left, text},
            {"state", "records.list.state", 1, left, message}};
}

db::Page<lists::ListRow> DossierListSource::rows(db::Reader& reader, const http::Request& request, const db::PageRequest& page) const {
    auto found = dossiers_.list(reader, request.caller(), dossierFilterOf(request), page);
    db::Page<lists::ListRow> rows;
    rows.next = std::move(found.next);
    rows.items.reserve(found.items.size());
    for (const auto& dossier : found.items) {
        rows.items.push_back(listRowOf(dossier));
    }
    return rows;
}

std::optional<std::int64_t> DossierListSource::count(db::Reader& reader, const http::Request& request) const {
    const auto filter = dossierFilterOf(request);
    return filter.foldedText.empty() ? dossiers_.list(reader, request.caller(), filter, {{}, 1}).total : std::nullopt;
}

}  // namespace congvu::records
