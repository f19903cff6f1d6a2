// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "domain/DocumentFile.h"

#include "congvu/db/Tx.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::incoming {

/// Whose file it is: owner types are "proposal", "delivery" and "document".
struct FileOwner {
    std::string_view type;
    std::string_view id;
    std::string_view agencyId;
};

/// A file whose signatures could not be judged to the end, with whose it is.
struct DoubtfulFile {
    DocumentFile file;
    std::string ownerType;
    std::string ownerId;
    std::string agencyId;
    bool isMain = false;  ///< the owner's own verdict is this file's
};

/// All SQL of incoming_file.
class FileRepository {
public:
    void insert(db::Tx& tx, const FileOwner& owner, const DocumentFile& file, int position) const;
    /// Main file first, at most 100.
    [[nodiscard]] std::vector<DocumentFile> ofOwner(db::Reader& reader, std::string_view ownerType, std::string_view ownerId) const;
    /// A file if it belongs to that owner.
    [[nodiscard]] std::optional<DocumentFile> find(db::Reader& reader, std::string_view ownerType, std::string_view ownerId,
                                                   std::string_view fileId) const;
    void removeAllOf(db::Tx& tx, std::string_view ownerType, std::string_view ownerId) const;
    /// Writes what the verification of a file has found.
    void setVerdict(db::Tx& tx, std::string_view fileId, std::string_view verdict, std::string_view report) const;
    /// Files of all agencies with the verdict "indeterminate" and an id below `beforeId`, newest first.
    /// Those of proposals and deliveries only while they wait: the document that was made of one has a copy.
    [[nodiscard]] std::vector<DoubtfulFile> doubtful(db::Reader& reader, std::string_view beforeId, int limit) const;
};

}  // namespace congvu::incoming
