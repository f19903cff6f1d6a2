// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Page.h"
#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "domain/IssueClock.h"
#include "domain/OutgoingDocument.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// A late document as the reminder needs it.
struct UnsentDocument {
    std::string id;
    std::string agencyId;
    std::string subject;
    std::string numberAndSymbol;
    Timestamp signedAt;
};

/// SQL of signed documents that were not issued in time. Reads only the index of what is signed and not issued.
class UnsentRepository {
public:
    /// Of the caller's agency, or of his unit if he does not read all; the longest waiting first.
    [[nodiscard]] db::Page<DocumentRow> list(db::Reader& reader, const http::Caller& caller, const IssueClock& late,
                                             const std::string& foldedWords, const db::PageRequest& page) const;
    /// How many, counted up to \p most.
    [[nodiscard]] std::int64_t count(db::Reader& reader, const http::Caller& caller, const IssueClock& late, std::int64_t most) const;
    /// Of all agencies, those nobody was reminded of today.
    [[nodiscard]] std::vector<UnsentDocument> toRemind(db::Reader& reader, const IssueClock& late, Date today, std::int64_t most) const;
    void markReminded(db::Tx& tx, std::string_view documentId, Date today) const;
};

}  // namespace congvu::outgoing
