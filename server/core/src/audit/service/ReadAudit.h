// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/service/AuditLog.h"
#include "audit/storage/AuditRepository.h"
#include "organisation/service/OrganisationStore.h"

#include "congvu/core/Core.h"

#include <optional>
#include <string>

namespace congvu::core {

/// What a reader of the log asks for; empty members narrow nothing.
struct AuditQuestion {
    std::string actor;  ///< a person's id or part of a name
    std::string act;
    std::string plugin;
    std::string entityType;
    std::string entityId;
    std::optional<Date> from;
    std::optional<Date> to;  ///< last day
};

/// Lists and checks the audit log. An administrator below the root sees the acts of the own subtree only.
class ReadAudit {
public:
    ReadAudit(db::Db& db, const OrganisationStore& organisation, AuditLog& log, const Catalogue& catalogue)
        : db_(db), organisation_(organisation), log_(log), catalogue_(catalogue) {}

    [[nodiscard]] db::Page<AuditItem> list(const http::Caller& caller, const AuditQuestion& question, const db::PageRequest& page) const;
    /// Recomputes the whole chain; itself an act of the log. AppError forbidden below the root agency.
    [[nodiscard]] AuditVerificationResult verify(const http::Caller& caller);

private:
    [[nodiscard]] std::vector<std::string> peopleNamed(std::string_view words) const;

    db::Db& db_;
    const OrganisationStore& organisation_;
    AuditLog& log_;
    const Catalogue& catalogue_;
};

}  // namespace congvu::core
