// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Completion.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::signingdesk {

/// All SQL of signing_completion.
class CompletionRepository {
public:
    void insert(db::Tx& tx, const Completion& completion) const;
    [[nodiscard]] std::optional<Completion> find(db::Reader& reader, std::string_view requestId) const;
    /// Those in a state whose time has come, the longest waiting first.
    [[nodiscard]] std::vector<Completion> due(db::Reader& reader, CompletionState state, Timestamp now, std::int64_t limit) const;
    /// Writes state, level, attempts, time and error.
    void update(db::Tx& tx, const Completion& completion) const;
};

}  // namespace congvu::signingdesk
