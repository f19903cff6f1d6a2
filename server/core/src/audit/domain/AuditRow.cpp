// SPDX-License-Identifier: Apache-2.0
#include "audit/domain/AuditRow.h"

namespace congvu::core {

namespace {

void append(std::string& text, std::string_view member) {
    text.append(std::to_string(member.size())).append(":").append(member).append("\n");
}

}  // namespace

std::string canonicalText(const AuditRow& row) {
    std::string text = "congvu-audit-1\n";
    append(text, std::to_string(row.sequence));
    append(text, std::to_string(row.at.time_since_epoch().count()));
    for (const auto* member : {&row.actorPersonId, &row.actorName, &row.actorPostId, &row.postTitle, &row.unitName, &row.agencyId, &row.act,
                               &row.plugin, &row.entityType, &row.entityId, &row.address, &row.requestId, &row.detail, &row.previousHash}) {
        append(text, *member);
    }
    return text;
}

}  // namespace congvu::core
