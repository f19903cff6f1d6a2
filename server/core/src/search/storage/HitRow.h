// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "search/domain/SearchHit.h"

#include "congvu/db/Row.h"

#include <string_view>

namespace congvu::core {

/// The columns of a hit, of the documents table under the name d.
inline constexpr std::string_view kHitColumns =
    "d.id, d.plugin, d.entity_type, d.entity_id, d.title, d.subtitle, d.date_on, d.link, d.excerpt";

inline SearchHit hitFrom(const db::Row& row) {
    SearchHit hit;
    hit.order = row.integer(0);
    hit.plugin = row.string(1);
    hit.type = row.string(2);
    hit.id = row.string(3);
    hit.title = row.string(4);
    hit.subtitle = row.string(5);
    hit.date = row.date(6);
    hit.link = row.string(7);
    hit.excerpt = row.string(8);
    return hit;
}

}  // namespace congvu::core
