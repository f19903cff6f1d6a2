// SPDX-License-Identifier: Apache-2.0
#include "storage/CounterRepository.h"

namespace congvu::incoming {

void CounterRepository::add(db::Tx& tx, std::string_view agencyId, std::string_view name, std::int64_t by) const {
    tx.execute(R"sql(
        INSERT INTO incoming_counter (agency_id, name, value) VALUES ($1, $2, $3)
        ON CONFLICT (agency_id, name) DO UPDATE SET value = incoming_counter.value + excluded.value
    )sql",
               {agencyId, name, by});
}

std::vector<std::pair<std::string, std::int64_t>> CounterRepository::all(db::Reader& reader, std::string_view agencyId) const {
    return reader.list("SELECT name, value FROM incoming_counter WHERE agency_id = $1 ORDER BY name LIMIT 50", {agencyId},
                       [](const db::Row& row) {
                           return std::pair{row.string(0), row.integer(1)};
                       });
}

}  // namespace congvu::incoming
