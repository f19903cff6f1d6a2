// SPDX-License-Identifier: Apache-2.0
#include "audit/service/ReadAudit.h"

#include "organisation/service/OrganisationAccess.h"
#include "shared/domain/WordMatch.h"
#include "shared/service/AuditDetail.h"

#include "congvu/error/AppError.h"

#include <chrono>

namespace congvu::core {

namespace {

constexpr std::size_t kMostPeople = 200;

}  // namespace

std::vector<std::string> ReadAudit::peopleNamed(std::string_view words) const {
    const auto organisation = organisation_.current();
    if (organisation->person(words) != nullptr) {
        return {std::string{words}};
    }
    const WordMatch match(words);
    std::vector<std::string> ids;
    for (const auto& person : organisation->people()) {
        if (ids.size() < kMostPeople && match.matchesFolded(person.folded)) {
            ids.push_back(person.id);
        }
    }
    return ids;
}

db::Page<AuditItem> ReadAudit::list(const http::Caller& caller, const AuditQuestion& question, const db::PageRequest& page) const {
    AuditFilter filter;
    filter.act = question.act;
    filter.plugin = question.plugin;
    filter.entityType = question.entityType;
    filter.entityId = question.entityId;
    if (!question.actor.empty()) {
        filter.actorPersonIds = peopleNamed(question.actor);
    }
    if (question.from) {
        filter.from = startOfDayInVietnam(*question.from);
    }
    if (question.to) {
        filter.to = startOfDayInVietnam(question.to->plusDays(1));
    }
    const auto organisation = organisation_.current();
    if (!organisation->isRoot(caller.agencyId)) {
        filter.agencyIds = organisation->subtree(caller.agencyId);
    }
    auto result = db_.read([&](db::Reader& reader) { return AuditRepository{}.list(reader, filter, page); });
    for (auto& item : result.items) {
        item.actLabel = catalogue_.message(caller.locale, "audit." + item.act, {});
    }
    return result;
}

AuditVerificationResult ReadAudit::verify(const http::Caller& caller) {
    requireWholeSystem(*organisation_.current(), caller);
    // A span of real time, not a moment: the virtual clock has nothing to say about it.
    const auto start = std::chrono::steady_clock::now();
    const auto found = log_.verify();
    AuditVerificationResult result;
    result.rows = found.rows;
    result.intact = found.firstBrokenSequence == 0;
    if (!result.intact) {
        result.firstBroken = BrokenAuditRow{found.firstBrokenSequence, found.reason};
    }
    result.durationMs = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - start).count();
    db_.write([&](db::Tx& tx) {
        log_.record(tx, caller, "core.audit-verified", {"core", "audit", std::to_string(found.rows)},
                    auditDetail({{"intact", result.intact ? "true" : "false"}}));
    });
    return result;
}

}  // namespace congvu::core
