// SPDX-License-Identifier: Apache-2.0
#include "calendar/storage/CalendarRepository.h"

#include "congvu/json/Decode.h"
#include "congvu/json/Encode.h"

namespace congvu::core {

std::vector<CalendarDay> CalendarRepository::readAll(db::Reader& reader) const {
    return reader.list("SELECT day, kind, name_vi, name_en FROM core_calendar_day ORDER BY day LIMIT 100000", {}, [](const db::Row& row) {
        return CalendarDay{
            row.date(0), json::enumFrom<CalendarDayKind>(row.text(1)).value_or(CalendarDayKind::holiday), {row.string(2), row.string(3)}};
    });
}

void CalendarRepository::put(db::Tx& tx, const CalendarDay& day) const {
    tx.execute(R"(
        INSERT INTO core_calendar_day (day, kind, name_vi, name_en) VALUES ($1, $2, $3, $4)
        ON CONFLICT (day) DO UPDATE SET kind = excluded.kind, name_vi = excluded.name_vi, name_en = excluded.name_en)",
               {day.date, json::nameOf(day.kind), day.name.vi, day.name.en});
}

bool CalendarRepository::remove(db::Tx& tx, Date day) const {
    return tx.execute("DELETE FROM core_calendar_day WHERE day = $1", {day}) == 1;
}

}  // namespace congvu::core
