// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/Export.h"

#include <optional>
#include <string_view>
#include <vector>

namespace congvu::records {

/// All SQL of records_export.
class ExportRepository {
public:
    void insert(db::Tx& tx, const Export& made) const;
    /// Only the post that asked sees an export.
    [[nodiscard]] std::optional<Export> find(db::Reader& reader, std::string_view id, std::string_view postId) const;
    /// Newest first, at most 20.
    [[nodiscard]] std::vector<Export> ofDossier(db::Reader& reader, std::string_view dossierId, std::string_view postId) const;
    /// How many of a post wait or are being made.
    [[nodiscard]] std::int64_t openOf(db::Reader& reader, std::string_view postId) const;

    /// Takes the oldest one that waits, or whose maker was silent since `silentSince`; counts the attempt.
    std::optional<Export> take(db::Tx& tx, Timestamp silentSince, Timestamp now) const;
    void progress(db::Tx& tx, std::string_view id, std::int64_t done, std::int64_t total, Timestamp now) const;
    /// Writes how it ended: state, problem, file.
    void finish(db::Tx& tx, const Export& made, Timestamp now) const;
    /// Exports that ended before that time, the oldest first, at most 100.
    [[nodiscard]] std::vector<Export> endedBefore(db::Reader& reader, Timestamp before) const;
    void remove(db::Tx& tx, std::string_view id) const;
};

}  // namespace congvu::records
