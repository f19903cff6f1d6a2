// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"

#include <cstdint>
#include <string_view>

namespace congvu::signingdesk {

/// All SQL of signing_reminder: which reminders of a certificate's end were sent.
class ReminderRepository {
public:
    /// False when the reminder of so many days ahead was sent before.
    bool claim(db::Tx& tx, std::string_view keyId, std::int64_t days, Timestamp at) const {
        return tx.execute(R"sql(
            INSERT INTO signing_reminder (key_id, days, sent_at) VALUES ($1, $2, $3) ON CONFLICT (key_id, days) DO NOTHING)sql",
                          {keyId, days, at}) == 1;
    }
};

}  // namespace congvu::signingdesk
