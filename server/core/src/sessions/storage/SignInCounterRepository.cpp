// SPDX-License-Identifier: Apache-2.0
#include "sessions/storage/SignInCounterRepository.h"

namespace congvu::core {

std::optional<Timestamp> SignInCounterRepository::lockedUntil(db::Reader& reader, std::string_view accountKey, std::string_view addressKey,
                                                              Timestamp now) const {
    return reader.one(R"(
        SELECT locked_until FROM core_sign_in_counter
        WHERE counter_key IN ($1, $2) AND locked_until > $3 ORDER BY locked_until DESC LIMIT 1)",
                      {accountKey, addressKey, now}, [](const db::Row& row) { return row.time(0); });
}

void SignInCounterRepository::countWrong(db::Tx& tx, std::string_view key, const LockOutRule& rule, Timestamp now) const {
    const auto windowStart = now - rule.window;
    tx.execute(R"(
        INSERT INTO core_sign_in_counter (counter_key, wrong_count, window_started_at, locked_until) VALUES ($1, 1, $2, 0)
        ON CONFLICT (counter_key) DO UPDATE SET
            wrong_count = CASE WHEN core_sign_in_counter.window_started_at <= $3 THEN 1 ELSE core_sign_in_counter.wrong_count + 1 END,
            window_started_at = CASE WHEN core_sign_in_counter.window_started_at <= $3 THEN $2
                                     ELSE core_sign_in_counter.window_started_at END)",
               {key, now, Timestamp{windowStart}});
    // The lock starts a new window, so that one more wrong password after it does not lock again at once.
    tx.execute(R"(
        UPDATE core_sign_in_counter SET locked_until = $3, wrong_count = 0, window_started_at = $4
        WHERE counter_key = $1 AND wrong_count >= $2)",
               {key, rule.attempts, Timestamp{now + rule.lock}, now});
}

void SignInCounterRepository::clear(db::Tx& tx, std::string_view key) const {
    tx.execute("DELETE FROM core_sign_in_counter WHERE counter_key = $1", {key});
}

std::vector<std::string> SignInCounterRepository::lockedAccounts(db::Reader& reader, Timestamp now) const {
    return reader.list(R"(
        SELECT counter_key FROM core_sign_in_counter
        WHERE locked_until > $1 AND counter_key LIKE 'account:%' ORDER BY counter_key LIMIT 10000)",
                       {now}, [](const db::Row& row) { return row.string(0); });
}

void SignInCounterRepository::removeOlderThan(db::Tx& tx, Timestamp windowStartedBefore) const {
    tx.execute("DELETE FROM core_sign_in_counter WHERE window_started_at < $1 AND locked_until < $1", {windowStartedBefore});
}

}  // namespace congvu::core
