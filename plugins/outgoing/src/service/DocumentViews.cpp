// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentViews.h"

namespace congvu::outgoing {

std::vector<entities::EntitySummary> DocumentViews::visible(db::Reader& reader, const http::Caller& caller,
                                                            const std::vector<std::string>& ids) const {
    const auto rows = documents_.rowsOf(reader, caller, ids);
    std::vector<entities::EntitySummary> summaries;
    summaries.reserve(rows.size());
    for (const auto& row : rows) {
        const auto& name = row.numberAndSymbol.empty() ? row.typeName : row.numberAndSymbol;
        summaries.push_back({row.id, row.subject, name + " · " + row.drafterName, "/outgoing/documents/" + row.id});
    }
    return summaries;
}

}  // namespace congvu::outgoing
