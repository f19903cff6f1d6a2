// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "domain/OwnFile.h"

#include <optional>
#include <string>
#include <string_view>

namespace congvu::outgoing {

/// All SQL of outgoing_own_file. Whoever reads it has asked for the document under the row-level policy before.
class OwnFileRepository {
public:
    void insert(db::Tx& tx, const OwnFile& file) const;
    [[nodiscard]] std::optional<OwnFile> find(db::Reader& reader, std::string_view id) const;
    /// The paragraphs of the converted file, one a line; empty until it is ready.
    [[nodiscard]] std::string text(db::Reader& reader, std::string_view id) const;
    /// Files whose turn comes before this one.
    [[nodiscard]] std::int64_t ahead(db::Reader& reader, std::string_view id) const;

    /// Takes the file that has waited longest, or one whose converter has been silent for so long that it is taken for dead.
    [[nodiscard]] std::optional<OwnFile> take(db::Tx& tx, Timestamp silentSince, Timestamp now) const;
    void step(db::Tx& tx, std::string_view id, OwnFileState state, Timestamp now) const;
    /// Writes what the conversion has come to.
    void finish(db::Tx& tx, const OwnFile& file, std::string_view text, Timestamp now) const;
    void setPlaces(db::Tx& tx, std::string_view id, const OwnFilePlaces& places) const;
    /// Puts a file that failed into the queue once more.
    void again(db::Tx& tx, std::string_view id, Timestamp now) const;
};

}  // namespace congvu::outgoing
