// SPDX-License-Identifier: Apache-2.0
#include "congvu/lists/MarkerFilter.h"

namespace congvu::lists {

std::string markedCondition(const MarkedRows& rows, std::string_view personPlaceholder, std::string_view markerPlaceholder) {
    std::string sql{rows.idColumn};
    sql.append(" IN (SELECT marked.entity_id FROM core_marked marked WHERE marked.person_id = ").append(personPlaceholder);
    sql.append(" AND marked.marker_id = ").append(markerPlaceholder);
    sql.append(" AND marked.plugin = '").append(rows.plugin).append("' AND marked.entity_type = '").append(rows.type).append("')");
    return sql;
}

}  // namespace congvu::lists
