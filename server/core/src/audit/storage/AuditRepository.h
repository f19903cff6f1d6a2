// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "audit/domain/AuditItem.h"
#include "audit/domain/AuditRow.h"

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"

#include <functional>
#include <vector>

namespace congvu::core {

/// All SQL of the audit log. Rows are only ever added.
class AuditRepository {
public:
    /// Sequence and hash of the last row; 0 and kAuditOrigin when there is none.
    struct Head {
        std::int64_t sequence = 0;
        std::string hash{kAuditOrigin};
    };
    [[nodiscard]] Head head(db::Reader& reader) const;
    void insert(db::Tx& tx, const AuditRow& row) const;

    /// Newest first.
    [[nodiscard]] db::Page<AuditItem> list(db::Reader& reader, const AuditFilter& filter, const db::PageRequest& page) const;
    /// Rows with a sequence above `after`, in order, at most `limit`.
    [[nodiscard]] std::vector<AuditRow> rowsAfter(db::Reader& reader, std::int64_t after, std::int64_t limit) const;
};

}  // namespace congvu::core
