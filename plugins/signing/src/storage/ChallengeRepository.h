// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "domain/TokenChallenge.h"

#include <optional>
#include <string_view>

namespace congvu::signingdesk {

/// All SQL of signing_token_challenge. A challenge is for the person who asked for it.
class ChallengeRepository {
public:
    /// Replaces the earlier challenges of the same person.
    void insert(db::Tx& tx, const TokenChallenge& challenge) const;
    /// Takes the caller's challenge out; nothing when it is another's, was taken before or has expired.
    [[nodiscard]] std::optional<TokenChallenge> take(db::Tx& tx, const http::Caller& caller, std::string_view id, Timestamp now) const;
    void removeExpired(db::Tx& tx, Timestamp now) const;
};

}  // namespace congvu::signingdesk
