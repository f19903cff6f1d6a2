// SPDX-License-Identifier: Apache-2.0
#include "storage/FigureRepository.h"

#include "domain/FigureRules.h"

#include "congvu/db/Conditions.h"
#include "congvu/json/Encode.h"
#include "congvu/text/Text.h"

#include <optional>

namespace congvu::incoming {

namespace {

DocumentFigure figureOf(const db::Row& row) {
    DocumentFigure figure;
    figure.registerCode = row.string(0);
    figure.unitId = row.string(1);
    figure.typeId = row.string(2);
    figure.categoryId = row.string(3);
    figure.channel = row.string(4);
    figure.entry = row.string(5);
    figure.signature = row.string(6);
    figure.arrivedAt = row.time(7);
    figure.registeredAt = row.time(8);
    figure.submittedAt = row.optionalTime(9);
    figure.handedAt = row.optionalTime(10);
    figure.startedAt = row.optionalTime(11);
    figure.completedAt = row.optionalTime(12);
    return figure;
}

ports::FigureDay changedDayOf(const db::Row& row) {
    return {row.string(0), row.date(1), row.integer(2)};
}

}  // namespace

void FigureRepository::insert(db::Tx& tx, const IncomingDocument& document, Timestamp arrivedAt, std::string_view entry) const {
    const auto issuer = text::fold(document.issuerName);
    const auto submittedAt =
        document.state == DocumentState::submitted ? std::optional<Timestamp>{document.registeredAt} : std::optional<Timestamp>{};
    tx.execute(R"sql(
        INSERT INTO incoming_figure (document_id, agency_id, arrived_on, arrival_key, register_code, unit_id, type_id, issuer_key, channel,
            entry, signature, is_kept, arrived_at, registered_at, submitted_at, handed_at, started_at, completed_at)
        VALUES ($1, $2, $3, (SELECT d.arrival_key FROM incoming_document d WHERE d.id = $1), $4, '', $5, $6, $7, $8, $9, TRUE, $10, $11, $12,
            NULL, NULL, NULL)
    )sql",
               {document.id, document.agencyId, document.arrivedOn, document.registerCode, document.typeId, issuer, channelOf(document),
                entry, document.verdict, arrivedAt, document.registeredAt, submittedAt});
    markChanged(tx, document.agencyId, document.arrivedOn);
}

void FigureRepository::follow(db::Tx& tx, const IncomingDocument& document, DocumentState before, Timestamp now) const {
    const auto issuer = text::fold(document.issuerName);
    const bool isMoved = before != document.state;
    const auto reachedBy = [&](bool isThere) { return isMoved && isThere ? std::optional<Timestamp>{now} : std::optional<Timestamp>{}; };
    const auto state = document.state;
    const std::optional<Timestamp> notYet;
    const auto& completedAt = state == DocumentState::completed ? document.closedAt : notYet;
    tx.execute(
        R"sql(
        UPDATE incoming_figure SET type_id = $2, issuer_key = $3, channel = $4, signature = $5, is_kept = $6,
            submitted_at = COALESCE(submitted_at, $7), handed_at = COALESCE(handed_at, $8), started_at = COALESCE(started_at, $9),
            completed_at = $10
        WHERE document_id = $1
    )sql",
        {document.id, document.typeId, issuer, channelOf(document), document.verdict, state != DocumentState::cancelled,
         reachedBy(state == DocumentState::submitted), reachedBy(state == DocumentState::directed || state == DocumentState::transferred),
         reachedBy(state == DocumentState::inWork), completedAt});
    markChanged(tx, document.agencyId, document.arrivedOn);
}

void FigureRepository::setUnit(db::Tx& tx, const IncomingDocument& document, std::string_view unitId) const {
    tx.execute("UPDATE incoming_figure SET unit_id = $2 WHERE document_id = $1", {document.id, unitId});
    markChanged(tx, document.agencyId, document.arrivedOn);
}

void FigureRepository::reclassified(db::Tx& tx, std::string_view agencyId, std::string_view issuerName) const {
    const auto issuer = text::fold(issuerName);
    // Numbers of their own, so that whoever follows the changes can stop between two days.
    tx.execute(R"sql(
        INSERT INTO incoming_figure_day (agency_id, day, change)
        SELECT $1, d.day, n.newest + ROW_NUMBER() OVER (ORDER BY d.day)
        FROM (SELECT DISTINCT arrived_on AS day FROM incoming_document WHERE agency_id = $1 AND issuer_key = $2) d
            CROSS JOIN (SELECT COALESCE(MAX(change), 0) AS newest FROM incoming_figure_day) n
        WHERE TRUE
        ON CONFLICT (agency_id, day) DO UPDATE SET change = excluded.change
    )sql",
               {agencyId, issuer});
}

std::vector<DocumentFigure> FigureRepository::ofDay(db::Reader& reader, std::string_view agencyId, Date day) const {
    return reader.list(R"sql(
        SELECT f.register_code, f.unit_id, f.type_id, COALESCE(i.category, ''), f.channel, f.entry, f.signature, f.arrived_at,
            f.registered_at, f.submitted_at, f.handed_at, f.started_at, f.completed_at
        FROM incoming_figure f LEFT JOIN incoming_issuer i ON i.agency_id = f.agency_id AND i.issuer_key = f.issuer_key
        WHERE f.agency_id = $1 AND f.arrived_on = $2 AND f.is_kept = TRUE ORDER BY f.arrival_key LIMIT 100000
    )sql",
                       {agencyId, day}, figureOf);
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
    conditions.where("agency_id IN (" + places + ") AND day >= ? AND day <= ?", {from, until});
    return reader.list(
        "SELECT agency_id, day, change FROM incoming_figure_day WHERE " + conditions.sql() + " ORDER BY agency_id, day LIMIT 400000",
        conditions.params(), changedDayOf);
}

std::vector<ports::FigureDay> FigureRepository::changedAfter(db::Reader& reader, std::int64_t change, std::int64_t limit) const {
    return reader.list("SELECT agency_id, day, change FROM incoming_figure_day WHERE change > $1 ORDER BY change, agency_id, day LIMIT $2",
                       {change, limit}, changedDayOf);
}

void FigureRepository::markChanged(db::Tx& tx, std::string_view agencyId, Date day) const {
    tx.execute(R"sql(
        INSERT INTO incoming_figure_day (agency_id, day, change)
        VALUES ($1, $2, COALESCE((SELECT newest.change FROM incoming_figure_day newest ORDER BY newest.change DESC LIMIT 1), 0) + 1)
        ON CONFLICT (agency_id, day) DO UPDATE SET change = excluded.change
    )sql",
               {agencyId, day});
}

}  // namespace congvu::incoming
