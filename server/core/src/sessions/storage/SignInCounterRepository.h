// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/time/Clock.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// How many wrong passwords lock, for how long, and within which time they count together.
struct LockOutRule {
    std::int64_t attempts = 5;
    std::chrono::minutes window{15};
    std::chrono::minutes lock{15};
};

/// All SQL of the counters of wrong passwords.
class SignInCounterRepository {
public:
    /// The end of the latest lock among these counters, if one is locked now.
    [[nodiscard]] std::optional<Timestamp> lockedUntil(db::Reader& reader, std::string_view accountKey, std::string_view addressKey,
                                                       Timestamp now) const;
    /// Counts one wrong password and locks the counter when there were too many.
    void countWrong(db::Tx& tx, std::string_view key, const LockOutRule& rule, Timestamp now) const;
    void clear(db::Tx& tx, std::string_view key) const;
    /// Keys that are locked now and begin with "account:".
    [[nodiscard]] std::vector<std::string> lockedAccounts(db::Reader& reader, Timestamp now) const;
    void removeOlderThan(db::Tx& tx, Timestamp windowStartedBefore) const;
};

}  // namespace congvu::core
