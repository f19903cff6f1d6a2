// SPDX-License-Identifier: Apache-2.0
#include "storage/KeptDayRepository.h"

#include "congvu/db/Conditions.h"

namespace congvu::statistics {

namespace {

KeptDay keptDayOf(const db::Row& row) {
    return {row.string(0), row.date(1), row.integer(2), row.string(3)};
}

}  // namespace

std::vector<KeptDay> KeptDayRepository::inPeriod(db::Reader& reader, std::string_view source, const std::vector<std::string>& agencyIds,
                                                 const Period& period) const {
    if (agencyIds.empty()) {
        return {};
    }
    db::Conditions conditions;
    std::string places;
    for (const auto& id : agencyIds) {
        places += (places.empty() ? "" : ", ") + conditions.bind(id);
    }
    conditions.where("source = ? AND agency_id IN (" + places + ") AND day >= ? AND day <= ?", {source, period.first, period.last});
    return reader.list(
        "SELECT agency_id, day, change, rule FROM statistics_day WHERE " + conditions.sql() + " ORDER BY agency_id, day LIMIT 400000",
        conditions.params(), keptDayOf);
}

std::optional<KeptDay> KeptDayRepository::find(db::Reader& reader, std::string_view source, std::string_view agencyId, Date day) const {
    return reader.one("SELECT agency_id, day, change, rule FROM statistics_day WHERE source = $1 AND agency_id = $2 AND day = $3",
                      {source, agencyId, day}, keptDayOf);
}

void KeptDayRepository::put(db::Tx& tx, std::string_view source, const KeptDay& day) const {
    tx.execute(R"sql(
        INSERT INTO statistics_day (source, agency_id, day, change, rule) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (source, agency_id, day) DO UPDATE SET change = excluded.change, rule = excluded.rule
    )sql",
               {source, day.agencyId, day.day, day.change, day.rule});
}

std::int64_t KeptDayRepository::cursor(db::Reader& reader, std::string_view source) const {
    return reader.one("SELECT change FROM statistics_cursor WHERE source = $1", {source}, [](const db::Row& row) { return row.integer(0); })
        .value_or(0);
}

void KeptDayRepository::setCursor(db::Tx& tx, std::string_view source, std::int64_t change) const {
    tx.execute(R"sql(
        INSERT INTO statistics_cursor (source, change) VALUES ($1, $2) ON CONFLICT (source) DO UPDATE SET change = excluded.change
    )sql",
               {source, change});
}

}  // namespace congvu::statistics
