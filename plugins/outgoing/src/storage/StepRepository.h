// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/OutgoingDocument.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::outgoing {

/// All SQL of outgoing_step (the review chain) and outgoing_version (kept drafts).
class StepRepository {
public:
    /// Puts a new chain in the place of the old one.
    void replaceChain(db::Tx& tx, std::string_view documentId, const std::vector<ReviewStep>& steps) const;
    [[nodiscard]] std::vector<ReviewStep> chain(db::Reader& reader, std::string_view documentId) const;
    void decide(db::Tx& tx, std::string_view documentId, std::int64_t position, std::string_view state, std::string_view note,
                std::optional<Timestamp> at) const;

    void addVersion(db::Tx& tx, std::string_view documentId, const DraftVersion& version, std::string_view authorPostId) const;
    /// Newest first, at most 200.
    [[nodiscard]] std::vector<DraftVersion> versions(db::Reader& reader, std::string_view documentId) const;
    [[nodiscard]] std::optional<DraftVersion> version(db::Reader& reader, std::string_view documentId, std::int64_t draftNumber) const;
};

}  // namespace congvu::outgoing
