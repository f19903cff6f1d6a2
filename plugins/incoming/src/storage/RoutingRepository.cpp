// SPDX-License-Identifier: Apache-2.0
#include "storage/RoutingRepository.h"

#include "congvu/text/Text.h"

namespace congvu::incoming {

namespace {

RouteHabit habitOf(const db::Row& row) {
    return {row.string(0), row.integer(1)};
}

}  // namespace

void RoutingRepository::learn(db::Tx& tx, std::string_view agencyId, std::string_view issuerName, std::string_view field,
                              std::string_view postId, Timestamp at) const {
    const auto key = text::fold(issuerName);
    tx.execute(R"sql(
        INSERT INTO incoming_route_habit (agency_id, issuer_key, field, post_id, times, last_at) VALUES ($1, $2, $3, $4, 1, $5)
        ON CONFLICT (agency_id, issuer_key, field, post_id) DO UPDATE SET times = incoming_route_habit.times + 1, last_at = excluded.last_at
    )sql",
               {agencyId, key, field, postId, at});
}

std::vector<RouteHabit> RoutingRepository::ofField(db::Reader& reader, std::string_view agencyId, std::string_view issuerName,
                                                   std::string_view field) const {
    const auto key = text::fold(issuerName);
    return reader.list(R"sql(
        SELECT post_id, times FROM incoming_route_habit WHERE agency_id = $1 AND issuer_key = $2 AND field = $3
        ORDER BY times DESC, last_at DESC, post_id LIMIT 20
    )sql",
                       {agencyId, key, field}, habitOf);
}

std::vector<RouteHabit> RoutingRepository::ofIssuer(db::Reader& reader, std::string_view agencyId, std::string_view issuerName) const {
    const auto key = text::fold(issuerName);
    return reader.list(R"sql(
        SELECT post_id, SUM(times), MAX(last_at) FROM incoming_route_habit WHERE agency_id = $1 AND issuer_key = $2
        GROUP BY post_id ORDER BY 2 DESC, 3 DESC, post_id LIMIT 20
    )sql",
                       {agencyId, key}, habitOf);
}

}  // namespace congvu::incoming
