// SPDX-License-Identifier: Apache-2.0
#include "service/DossierViews.h"

#include "service/Services.h"

namespace congvu::records {

std::vector<entities::EntitySummary> DossierViews::visible(db::Reader& reader, const http::Caller& caller,
                                                           const std::vector<std::string>& ids) const {
    const auto dossiers = dossiers_.findAllVisible(reader, ids, viewerOf(caller));
    std::vector<entities::EntitySummary> summaries;
    summaries.reserve(dossiers.size());
    for (const auto& dossier : dossiers) {
        summaries.push_back({dossier.id, dossier.title, dossier.notation + " · " + dossier.keeperName, dossierLink(dossier.id)});
    }
    return summaries;
}

}  // namespace congvu::records
