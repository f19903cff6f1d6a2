// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/RegisterPrint.h"

#include "congvu/db/Tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// A document that this agency issued in reply to an incoming one.
struct Reply {
    std::string documentId;
    std::string outgoingId;
    std::string symbol;
    std::optional<Date> issuedOn;
};

/// Reads a part of a register for printing, and the replies that stand in it.
class RegisterPrintRepository {
public:
    /// Entries in the order of their numbers, at most `limit`. Documents by the day they arrived; numbers without a document by the day
    /// they were reserved.
    [[nodiscard]] std::vector<PrintedEntry> entries(db::Reader& reader, std::string_view agencyId, const PrintPeriod& period,
                                                    int limit) const;
    /// Told again, it stays one reply. Only a document of that agency takes it.
    void addReply(db::Tx& tx, std::string_view agencyId, const Reply& reply) const;
};

}  // namespace congvu::incoming
