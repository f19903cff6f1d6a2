// SPDX-License-Identifier: Apache-2.0
#include "storage/FieldRepository.h"

#include "congvu/text/Text.h"

namespace congvu::tasks {

std::string FieldRepository::settle(db::Tx& tx, std::string_view agencyId, std::string_view name) {
    const auto folded = text::fold(name);
    if (folded.empty()) {
        return {};
    }
    tx.execute(R"(INSERT INTO tasks_field (agency_id, folded, name) VALUES ($1, $2, $3) ON CONFLICT (agency_id, folded) DO NOTHING)",
               {agencyId, std::string_view{folded}, name});
    return spelling(tx, agencyId, name);
}

std::string FieldRepository::spelling(db::Reader& reader, std::string_view agencyId, std::string_view name) {
    const auto folded = text::fold(name);
    return reader
        .one("SELECT name FROM tasks_field WHERE agency_id = $1 AND folded = $2", {agencyId, std::string_view{folded}},
             [](const db::Row& row) { return row.string(0); })
        .value_or(std::string{name});
}

std::vector<std::string> FieldRepository::ofAgency(db::Reader& reader, std::string_view agencyId) {
    return reader.list("SELECT name FROM tasks_field WHERE agency_id = $1 ORDER BY folded LIMIT 500", {agencyId},
                       [](const db::Row& row) { return row.string(0); });
}

}  // namespace congvu::tasks
