// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <cstdint>
#include <string>

namespace congvu::core {

/// One row of the audit log; names are snapshots of the day.
struct AuditRow {
    std::int64_t sequence = 0;
    Timestamp at;
    std::string actorPersonId;
    std::string actorName;
    std::string actorPostId;
    std::string postTitle;
    std::string unitName;
    std::string agencyId;
    std::string act;
    std::string plugin;
    std::string entityType;
    std::string entityId;
    std::string address;
    std::string requestId;
    std::string detail = "{}";
    std::string previousHash;
    std::string hash;
};

/// What the hash of the row is made of: every member but the hash, each with its length before it, so that no two different rows
/// have the same text. The format never changes: stored hashes depend on it.
std::string canonicalText(const AuditRow& row);

/// previousHash of the first row.
inline constexpr std::string_view kAuditOrigin = "0000000000000000000000000000000000000000000000000000000000000000";

}  // namespace congvu::core
