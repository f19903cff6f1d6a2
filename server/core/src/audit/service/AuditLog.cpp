// SPDX-License-Identifier: Apache-2.0
#include "audit/service/AuditLog.h"

#include "shared/service/BehalfDetail.h"
#include "shared/service/Sha256.h"

#include "congvu/error/AppError.h"

namespace congvu::core {

namespace {

/// Empty when the row continues the chain, else what is wrong with it.
std::string faultOf(const AuditRow& row, const AuditRepository::Head& before) {
    if (row.sequence != before.sequence + 1) {
        return "row " + std::to_string(before.sequence + 1) + " is missing";
    }
    if (row.previousHash != before.hash) {
        return "the hash of the row before does not match";
    }
    return Sha256::hexOf(canonicalText(row)) == row.hash ? "" : "the content does not match its hash";
}

}  // namespace

void AuditLog::record(db::Tx& tx, const http::Caller& actor, std::string_view act, const EntityRef& entity, std::string detailJson) {
    const auto now = clock_.now();
    if (actor.behalf && !mandates_.stands(tx, actor.behalf->mandateId, dayInVietnam(now))) {
        throw AppError{ErrorKind::forbidden, "core.mandate-over"};
    }
    const auto head = repository_.head(tx);
    AuditRow row;
    row.sequence = head.sequence + 1;
    row.at = now;
    row.actorPersonId = actor.personId;
    row.actorName = actor.personName;
    row.actorPostId = actor.behalf ? actor.behalf->ownPostId : actor.postId;
    row.postTitle = actor.postTitle;
    row.unitName = actor.unitName;
    row.agencyId = actor.agencyId;
    row.act = act;
    row.plugin = entity.plugin;
    row.entityType = entity.type;
    row.entityId = entity.id;
    row.address = actor.address;
    row.requestId = actor.requestId;
    row.detail = withBehalf(std::move(detailJson), actor);
    row.previousHash = head.hash;
    row.hash = Sha256::hexOf(canonicalText(row));
    repository_.insert(tx, row);
}

Core::AuditVerification AuditLog::verify() const {
    constexpr std::int64_t kRowsAtOnce = 1'000;
    Core::AuditVerification result;
    AuditRepository::Head before;
    for (;;) {
        const auto rows = db_.read([&](db::Reader& reader) { return repository_.rowsAfter(reader, before.sequence, kRowsAtOnce); });
        for (const auto& row : rows) {
            if (auto fault = faultOf(row, before); !fault.empty()) {
                result.firstBrokenSequence = row.sequence;
                result.reason = std::move(fault);
                return result;
            }
            before = {row.sequence, row.hash};
            ++result.rows;
        }
        if (rows.empty()) {
            return result;
        }
    }
}

}  // namespace congvu::core
