// SPDX-License-Identifier: Apache-2.0
#include "congvu/lists/MarkerFilter.h"

namespace congvu::lists {

std::string markedCondition(const MarkedRows& rows, std::string_view personPlaceholder, std::string_view markerPlaceholder) {
    std::string sql{"marked.person_id = "};
    sql.append(personPlaceholder).append(" AND marked.marker_id = ").append(markerPlaceholder);
    sql.append(" AND marked.plugin = '").append(rows.plugin).append("' AND marked.entity_type = '").append(rows.type);
    sql.append("' AND ").append(rows.idColumn).append(" = marked.entity_id");
    return sql;
}

}  // namespace congvu::lists
