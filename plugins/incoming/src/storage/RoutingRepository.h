// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// How often documents of an issuer (and a field) went to a post.
struct RouteHabit {
    std::string postId;
    std::int64_t times = 0;
};

/// All SQL of incoming_route_habit.
class RoutingRepository {
public:
    void learn(db::Tx& tx, std::string_view agencyId, std::string_view issuerName, std::string_view field, std::string_view postId,
               Timestamp at) const;
    /// Most often first, then latest first; at most 20. With `field`, habits of that field only.
    [[nodiscard]] std::vector<RouteHabit> ofField(db::Reader& reader, std::string_view agencyId, std::string_view issuerName,
                                                  std::string_view field) const;
    [[nodiscard]] std::vector<RouteHabit> ofIssuer(db::Reader& reader, std::string_view agencyId, std::string_view issuerName) const;
};

}  // namespace congvu::incoming
