// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "files/storage/FileRepository.h"

#include "congvu/core/FileSystem.h"
#include "congvu/db/Db.h"
#include "congvu/files/FileStore.h"
#include "congvu/settings/Settings.h"
#include "congvu/time/Clock.h"

#include <bitset>
#include <mutex>
#include <shared_mutex>

namespace congvu::core {

/// Content-addressed files below one folder: ab/cd/<sha256>. Content that is there already is used again. Thread-safe.
/// AppError tooLarge "core.file-too-large" above the size of the setting core.file_megabytes.
class FileService final : public files::FileStore {
public:
    FileService(db::Db& db, FileSystem& system, const settings::Settings& settings, const Clock& clock, std::filesystem::path folder);

    files::PlacedContent place(const files::UploadedFile& upload) override;
    files::PlacedContent place(std::string_view bytes) override;
    files::StoredFile record(db::Tx& tx, const files::PlacedContent& content, std::string name, std::string mediaType,
                             const EntityRef& owner) override;
    std::optional<files::StoredFile> find(db::Reader& reader, std::string_view id) override;
    std::filesystem::path contentPath(const files::StoredFile& file) override;
    std::string read(const files::StoredFile& file) override;
    void forget(db::Tx& tx, std::string_view id) override;

    /// Job: removes content that no row names and that was placed more than a day ago, and left-over temporary files. How many.
    int removeOrphans();

private:
    using Path = std::filesystem::path;
    static constexpr std::size_t kShelves = 65'536;  ///< folders ab/cd

    void checkSize(std::int64_t sizeBytes) const;
    [[nodiscard]] Path pathOf(std::string_view sha256) const;
    void makeDurably(const Path& folder);
    void makeShelf(std::string_view sha256);
    [[nodiscard]] bool useAgain(const Path& target);
    template <class Fill>
    void placeAt(std::string_view sha256, Fill fill);
    [[nodiscard]] std::vector<Path> oldFiles(const Path& folder, Timestamp before) const;
    [[nodiscard]] int removeOrphansIn(const Path& folder, Timestamp before);
    [[nodiscard]] int removeUnnamed(const std::vector<Path>& candidates, Timestamp before);

    db::Db& db_;
    FileSystem& system_;
    const settings::Settings& settings_;
    const Clock& clock_;
    Path folder_;
    Path temporaryFolder_;
    FileRepository repository_;
    std::mutex shelving_;
    std::bitset<kShelves> durableShelves_;  ///< by the first four digits; guarded by shelving_
    std::shared_mutex cleaning_;            ///< shared by placing, alone for removing: what was just placed is never removed
};

}  // namespace congvu::core
