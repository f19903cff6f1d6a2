// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace congvu::lists {

/// The query parameter by which a list is narrowed to what its caller has marked: the id of one of the caller's own markers.
inline constexpr std::string_view kMarkerParameter = "marker";

/// What stands before the list's own table in its FROM. A CROSS JOIN, so that SQLite reads the few marked rows first and not the whole
/// list.
inline constexpr std::string_view kMarkedFrom = "core_marked marked CROSS JOIN ";

/// Which rows of which plugin: "d.id", "incoming", "document". Literals of a repository, they become part of the statement.
struct MarkedRows {
    std::string_view idColumn;
    std::string_view plugin;
    std::string_view type;
};

/// The condition that goes with kMarkedFrom: true for rows under that marker of that person. Both are placeholders, "$3" or "?", the
/// person's first. Markers are personal, so the person is part of the condition: somebody else's marker finds nothing.
std::string markedCondition(const MarkedRows& rows, std::string_view personPlaceholder, std::string_view markerPlaceholder);

}  // namespace congvu::lists
