// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/storage/AuditRepository.h"
#include "mandates/storage/MandateRepository.h"

#include "congvu/audit/Audit.h"
#include "congvu/core/Core.h"
#include "congvu/db/Db.h"
#include "congvu/time/Clock.h"

#include <string_view>

namespace congvu::core {

/// Writes the hash chain: the previous hash is read inside the same transaction, so the sequence has no gap and no fork.
/// What is done on behalf of another is recorded only while the mandate stands in that transaction; else AppError forbidden
/// "core.mandate-over" ends the act, whichever it is.
class AuditLog final : public audit::Audit {
public:
    AuditLog(db::Db& db, const Clock& clock) : db_(db), clock_(clock) {}

    void record(db::Tx& tx, const http::Caller& actor, std::string_view act, const EntityRef& entity,
                std::string detailJson = "{}") override;

    /// Recomputes the chain from the first row, a thousand rows at a time; writers go on meanwhile.
    [[nodiscard]] Core::AuditVerification verify() const;

private:
    db::Db& db_;
    const Clock& clock_;
    AuditRepository repository_;
    MandateRepository mandates_;
};

}  // namespace congvu::core
