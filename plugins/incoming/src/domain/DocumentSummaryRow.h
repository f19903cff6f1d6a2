// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentState.h"
#include "domain/Urgency.h"

#include "congvu/json/Description.h"
#include "congvu/time/Date.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace congvu::incoming {

/// One row of the list of documents.
struct DocumentSummaryRow {
    std::string id;
    DocumentState state = DocumentState::registered;
    std::int64_t arrivalNumber = 0;
    Date arrivedOn;
    std::string symbol;
    std::string issuerName;
    std::string typeId;
    std::string subject;
    std::optional<Date> documentDate;
    Urgency urgency = Urgency::normal;
    std::optional<Date> dueOn;
    bool isOverdue = false;  ///< open and past its deadline today
    bool isUnread = false;   ///< by the asking person
    std::string verdict;
    std::string submittedToName;
    std::int64_t arrivalKey = 0;  ///< for the cursor only
};

}  // namespace congvu::incoming

template <>
struct congvu::json::Description<congvu::incoming::DocumentSummaryRow> {
    static auto fields() {
        using Row = congvu::incoming::DocumentSummaryRow;
        return std::tuple{field("id", &Row::id),
                          field("state", &Row::state),
                          field("arrivalNumber", &Row::arrivalNumber),
                          field("arrivedOn", &Row::arrivedOn),
                          field("symbol", &Row::symbol),
                          field("issuerName", &Row::issuerName),
                          field("typeId", &Row::typeId),
                          field("subject", &Row::subject),
                          field("documentDate", &Row::documentDate),
                          field("urgency", &Row::urgency),
                          field("dueOn", &Row::dueOn),
                          field("isOverdue", &Row::isOverdue),
                          field("isUnread", &Row::isUnread),
                          field("verdict", &Row::verdict),
                          field("submittedToName", &Row::submittedToName)};
    }
};
