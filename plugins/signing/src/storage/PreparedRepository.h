// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/http/Caller.h"
#include "domain/PreparedDocument.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// All SQL of signing_prepared. What is prepared is for the person and post that prepared it (docs/row-level-policy.md).
class PreparedRepository {
public:
    void insert(db::Tx& tx, const PreparedDocument& prepared) const;
    /// Of the caller, and not expired at `now`.
    [[nodiscard]] std::optional<PreparedDocument> find(db::Reader& reader, const http::Caller& caller, std::string_view id,
                                                       Timestamp now) const;
    /// What the caller has prepared for that request, expired or not.
    [[nodiscard]] std::optional<PreparedDocument> findOfRequest(db::Reader& reader, const http::Caller& caller,
                                                                std::string_view requestId) const;
    [[nodiscard]] std::vector<PreparedDocument> expired(db::Reader& reader, Timestamp now, std::int64_t limit) const;

    /// It is signed: its state is no longer needed, a repeated value is told so until it expires.
    void close(db::Tx& tx, std::string_view id) const;
    void remove(db::Tx& tx, std::string_view id) const;
};

}  // namespace congvu::signingdesk
