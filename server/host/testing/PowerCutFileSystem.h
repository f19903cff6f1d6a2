// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/SyncMode.h"

#include "congvu/core/PosixFileSystem.h"

#include <sys/types.h>
#include <map>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <vector>

namespace congvu::testing {

/// A file system in which only what was synced survives. Running programs see everything at once on the real disk, as they see the page
/// cache of a system; losePower() undoes there what the disk need not have:
///   - content that was not synced: any of its sectors may be missing, and its end;
///   - names that were not synced (made, replaced, moved away, removed) since their folder was: each is in any state it has had since,
///     whatever became of the others;
///   - folders whose own name was not synced may be gone with everything in them.
/// Thread-safe.
class PowerCutFileSystem final : public core::FileSystem {
public:
    explicit PowerCutFileSystem(SyncMode mode = SyncMode::honest) : mode_(mode) {}

    [[nodiscard]] bool exists(const Path& path) const override;
    void createFolder(const Path& folder) override;
    void write(const Path& path, std::string_view bytes) override;
    void linkOrCopy(const Path& from, const Path& to) override;
    void syncFile(const Path& path) override;
    void rename(const Path& from, const Path& to) override;
    void syncFolder(const Path& folder) override;
    void remove(const Path& path) override;
    [[nodiscard]] std::string read(const Path& path) const override;
    [[nodiscard]] std::vector<Path> files(const Path& folder) const override;
    [[nodiscard]] std::optional<Timestamp> time(const Path& path) const override;
    void setTime(const Path& path, Timestamp at) override;

    /// The power goes; `seed` decides what has reached the disk. While the answer lives, everybody else waits: a process that ends with it
    /// does nothing more after the cut.
    std::unique_lock<std::mutex> losePower(unsigned seed);

private:
    class Content;
    /// What a name stood for: content, or nothing when there was no such name.
    using NameState = std::shared_ptr<Content>;

    void remember(const Path& path);
    void markUnsynced(const Path& path);
    void loseContents(std::mt19937& chance);
    void loseNames(std::mt19937& chance);
    void loseFolders(std::mt19937& chance);

    const SyncMode mode_;
    core::PosixFileSystem disk_;
    mutable std::mutex power_;  ///< held by every act
    std::map<ino_t, std::shared_ptr<Content>> unsyncedContents_;
    std::map<Path, std::vector<NameState>> unsyncedNames_;  ///< the states of each name before the present one, the durable one first
    std::set<Path> unsyncedFolders_;
};

}  // namespace congvu::testing
