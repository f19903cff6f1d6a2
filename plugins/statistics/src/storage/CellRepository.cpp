// SPDX-License-Identifier: Apache-2.0
#include "storage/CellRepository.h"

#include "congvu/db/Conditions.h"

namespace congvu::statistics {

namespace {

std::string placesOf(db::Conditions& conditions, const std::vector<std::string>& values) {
    std::string places;
    for (const auto& value : values) {
        places += (places.empty() ? "" : ", ") + conditions.bind(value);
    }
    return places;
}

/// The rows of each range along the key of the table, one statement for all of them. Every range is a part of its own: joined by OR they
/// would be one walk over everything between them.
std::string rowsOf(db::Conditions& conditions, const CellQuestion& question, const std::vector<std::string>& measures,
                   const std::vector<KeyRange>& ranges) {
    std::string where = " FROM statistics_cell c WHERE c.source = " + conditions.bind(question.source);
    where += " AND c.agency_id IN (" + placesOf(conditions, question.scope.agencyIds) + ")";
    where += " AND c.measure IN (" + placesOf(conditions, measures) + ")";
    if (!question.scope.unitIds.empty()) {
        where += " AND c.unit_id IN (" + placesOf(conditions, question.scope.unitIds) + ")";
    }
    if (!question.registerCode.empty()) {
        where += " AND c.register_code = " + conditions.bind(question.registerCode);
    }
    const std::string place = question.scope.includesBelow ? "c.agency_id" : "c.unit_id";
    std::string rows;
    for (const auto& range : ranges) {
        rows += rows.empty() ? "" : " UNION ALL ";
        rows += "SELECT c.measure AS measure, c.period AS period, " + place + " AS place, c.value AS value, c.amount AS amount";
        rows += where + " AND c.period >= " + conditions.bind(range.first) + " AND c.period <= " + conditions.bind(range.last);
    }
    return rows;
}

}  // namespace

std::vector<CellRepository::Sum> CellRepository::sums(db::Reader& reader, const CellQuestion& question,
                                                      const std::vector<std::string>& measures, const std::vector<KeyRange>& ranges) const {
    if (question.scope.agencyIds.empty() || ranges.empty()) {
        return {};
    }
    db::Conditions conditions;
    const auto rows = rowsOf(conditions, question, measures, ranges);
    return reader.list("SELECT r.measure, r.place, r.value, CAST(SUM(r.amount) AS BIGINT) FROM (" + rows +
                           ") r GROUP BY r.measure, r.place, r.value ORDER BY r.measure, r.place, r.value LIMIT 500000",
                       conditions.params(), [](const db::Row& row) {
                           return Sum{row.string(0), row.string(1), row.string(2), row.integer(3)};
                       });
}

std::vector<CellRepository::CoursePoint> CellRepository::course(db::Reader& reader, const CellQuestion& question,
                                                                const std::vector<KeyRange>& ranges) const {
    if (question.scope.agencyIds.empty() || ranges.empty()) {
        return {};
    }
    const std::vector<std::string> counted{std::string{figures::measure::kCount}};
    db::Conditions conditions;
    const auto rows = rowsOf(conditions, question, counted, ranges);
    return reader.list(
        "SELECT r.period, CAST(SUM(r.amount) AS BIGINT) FROM (" + rows + ") r GROUP BY r.period ORDER BY r.period LIMIT 10000",
        conditions.params(), [](const db::Row& row) {
            return CoursePoint{row.string(0), row.integer(1)};
        });
}

std::vector<figures::FigureCell> CellRepository::ofDay(db::Reader& reader, std::string_view source, std::string_view agencyId,
                                                       const std::vector<std::string>& measures, Date day) const {
    const auto key = dayKey(day);
    db::Conditions conditions;
    conditions.where("source = ? AND agency_id = ? AND period = ?", {source, agencyId, key});
    const auto places = placesOf(conditions, measures);
    return reader.list("SELECT measure, unit_id, register_code, value, amount FROM statistics_cell WHERE " + conditions.sql() +
                           " AND measure IN (" + places + ") ORDER BY measure, unit_id, register_code, value LIMIT 100000",
                       conditions.params(), [](const db::Row& row) {
                           return figures::FigureCell{row.string(0), row.string(1), row.string(2), row.string(3), row.integer(4)};
                       });
}

void CellRepository::add(db::Tx& tx, std::string_view source, std::string_view agencyId, Date day, const figures::FigureCell& cell) const {
    addTo(tx, source, agencyId, dayKey(day), cell);
    addTo(tx, source, agencyId, monthKey(day), cell);
    addTo(tx, source, agencyId, yearKey(day), cell);
}

void CellRepository::addTo(db::Tx& tx, std::string_view source, std::string_view agencyId, std::string_view period,
                           const figures::FigureCell& cell) const {
    tx.execute(R"sql(
        INSERT INTO statistics_cell (source, agency_id, measure, period, unit_id, register_code, value, amount)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
        ON CONFLICT (source, agency_id, measure, period, unit_id, register_code, value)
        DO UPDATE SET amount = statistics_cell.amount + excluded.amount
    )sql",
               {source, agencyId, cell.measure, period, cell.unitId, cell.registerCode, cell.value, cell.amount});
    if (cell.amount < 0) {
        tx.execute(R"sql(
            DELETE FROM statistics_cell
            WHERE source = $1 AND agency_id = $2 AND measure = $3 AND period = $4 AND unit_id = $5 AND register_code = $6 AND value = $7
                AND amount = 0
        )sql",
                   {source, agencyId, cell.measure, period, cell.unitId, cell.registerCode, cell.value});
    }
}

}  // namespace congvu::statistics
