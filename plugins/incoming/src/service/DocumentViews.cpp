// SPDX-License-Identifier: Apache-2.0
#include "service/DocumentViews.h"

#include "domain/Links.h"

namespace congvu::incoming {

std::vector<entities::EntitySummary> DocumentViews::visible(db::Reader& reader, const http::Caller& caller,
                                                            const std::vector<std::string>& ids) const {
    const auto documents = documents_.findAllFor(reader, caller, ids);
    std::vector<entities::EntitySummary> summaries;
    summaries.reserve(documents.size());
    for (const auto& document : documents) {
        entities::EntitySummary summary;
        summary.id = document.id;
        summary.title = document.subject;
        summary.subtitle = document.symbol + " · " + document.issuerName;
        summary.link = documentLink(document.id);
        // Of a secret document the register keeps metadata alone (Law 117/2025/QH15).
        summary.takesNotes = document.secrecy == Secrecy::none;
        summaries.push_back(std::move(summary));
    }
    return summaries;
}

}  // namespace congvu::incoming
