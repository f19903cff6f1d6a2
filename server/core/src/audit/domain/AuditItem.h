// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/json/Description.h"
#include "congvu/time/Clock.h"

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace congvu::core {

/// One line of GET /audit.
struct AuditItem {
    std::int64_t seq = 0;
    Timestamp at;
    std::string actorName;
    std::string postTitle;
    std::string unitName;
    std::string act;
    std::string actLabel;  ///< in the reader's language
    std::string plugin;
    std::string entityType;
    std::string entityId;
    std::string address;
    json::RawJson detail;
};

/// What GET /audit is narrowed to; empty members narrow nothing.
struct AuditFilter {
    std::optional<std::vector<std::string>> actorPersonIds;  ///< present and empty: nobody matches
    std::string act;
    std::string plugin;
    std::string entityType;
    std::string entityId;
    std::optional<Timestamp> from;
    std::optional<Timestamp> to;  ///< not included
    std::optional<std::vector<std::string>> agencyIds;
};

struct BrokenAuditRow {
    std::int64_t seq = 0;
    std::string reason;
};

/// Answer of POST /audit/verification.
struct AuditVerificationResult {
    std::int64_t rows = 0;
    bool intact = true;
    std::optional<BrokenAuditRow> firstBroken;
    std::int64_t durationMs = 0;
};

}  // namespace congvu::core

template <>
struct congvu::json::Description<congvu::core::AuditItem> {
    static auto fields() {
        using Item = congvu::core::AuditItem;
        return std::tuple{field("seq", &Item::seq),
                          field("at", &Item::at),
                          field("actorName", &Item::actorName),
                          field("postTitle", &Item::postTitle),
                          field("unitName", &Item::unitName),
                          field("act", &Item::act),
                          field("actLabel", &Item::actLabel),
                          field("plugin", &Item::plugin),
                          field("entityType", &Item::entityType),
                          field("entityId", &Item::entityId),
                          field("address", &Item::address),
                          field("detail", &Item::detail)};
    }
};
template <>
struct congvu::json::Description<congvu::core::BrokenAuditRow> {
    static auto fields() {
        return std::tuple{field("seq", &congvu::core::BrokenAuditRow::seq), field("reason", &congvu::core::BrokenAuditRow::reason)};
    }
};
template <>
struct congvu::json::Description<congvu::core::AuditVerificationResult> {
    static auto fields() {
        using Result = congvu::core::AuditVerificationResult;
        return std::tuple{field("rows", &Result::rows), field("intact", &Result::intact), field("firstBroken", &Result::firstBroken),
                          field("durationMs", &Result::durationMs)};
    }
};
