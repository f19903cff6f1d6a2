// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/db/Tx.h"
#include "congvu/files/StoredFile.h"
#include "congvu/files/UploadedFile.h"
#include "congvu/ids/Id.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace congvu::files {

/// Content that is durably on disk but not yet named by a row. If no row names it, the clean-up job removes it after a day.
struct PlacedContent {
    std::string sha256;
    std::int64_t sizeBytes = 0;
};

/// Content-addressed files. Two steps, so that a row never points at a missing file: first `place` the bytes (temporary file, fsync,
/// rename, fsync of the folder), outside any transaction; then `record` the row inside the business transaction.
class FileStore {
public:
    virtual ~FileStore() = default;

    virtual PlacedContent place(const UploadedFile& upload) = 0;
    virtual PlacedContent place(std::string_view bytes) = 0;

    /// Names placed content for an entity; part of the caller's transaction.
    virtual StoredFile record(db::Tx& tx, const PlacedContent& content, std::string name, std::string mediaType,
                              const EntityRef& owner) = 0;
    /// The row of a file, if it is there.
    virtual std::optional<StoredFile> find(db::Reader& reader, std::string_view id) = 0;
    /// Where the bytes are, for reading only. AppError notFound when the content is missing.
    virtual std::filesystem::path contentPath(const StoredFile& file) = 0;
    /// The whole content; only for files known to be small (≤ 64 MB).
    virtual std::string read(const StoredFile& file) = 0;

    /// Takes the row away when its owner discards the file; part of the caller's transaction. The clean-up job removes the content once no
    /// row names it any more and a day has passed. Nothing when there is no such row.
    virtual void forget(db::Tx& tx, std::string_view id) = 0;
};

}  // namespace congvu::files
