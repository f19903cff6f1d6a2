// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "congvu/ids/Id.h"
#include "congvu/time/Date.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::ports {

/// What another plugin may show of a document that the caller may see.
struct DocumentSummary {
    EntityRef entity;
    std::string numberAndSymbol;  ///< "15/UBND-VX"
    std::string issuerName;
    std::string subject;
    std::optional<Date> documentDate;
    std::optional<Date> dueOn;
    std::string urgency;
    std::string link;
};

/// Provided by incoming ("congvu.incoming-documents.v1"), asked by tasks and outgoing to show the source of their work.
class DocumentDirectory {
public:
    static constexpr std::string_view kPort = "congvu.incoming-documents.v1";
    virtual ~DocumentDirectory() = default;
    /// Nothing when there is no such document or the caller may not see it.
    virtual std::optional<DocumentSummary> find(db::Reader& reader, const http::Caller& caller, std::string_view documentId) = 0;
};

}  // namespace congvu::ports
