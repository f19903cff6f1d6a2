// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/time/Clock.h"

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// What the file store needs of a file system, small enough that a test can put one beneath it that loses what was not synced.
/// Nothing is durable before syncFile or syncFolder has returned. Every function throws std::filesystem::filesystem_error when it fails.
class FileSystem {
public:
    using Path = std::filesystem::path;
    virtual ~FileSystem() = default;

    [[nodiscard]] virtual bool exists(const Path& path) const = 0;
    /// Makes a folder in one that is there; nothing when it is there already.
    virtual void createFolder(const Path& folder) = 0;
    virtual void write(const Path& path, std::string_view bytes) = 0;
    /// The same bytes at a second path: a hard link where the file system can, else a copy.
    virtual void linkOrCopy(const Path& from, const Path& to) = 0;
    /// Returns when the content is on the disk.
    virtual void syncFile(const Path& path) = 0;
    /// Replaces what is at `to`, at once.
    virtual void rename(const Path& from, const Path& to) = 0;
    /// Returns when the names of files and folders in the folder are on the disk.
    virtual void syncFolder(const Path& folder) = 0;
    virtual void remove(const Path& path) = 0;
    [[nodiscard]] virtual std::string read(const Path& path) const = 0;
    /// Regular files in the folder and below.
    [[nodiscard]] virtual std::vector<Path> files(const Path& folder) const = 0;
    /// When the content was last placed; nothing when there is no such file.
    [[nodiscard]] virtual std::optional<Timestamp> time(const Path& path) const = 0;
    virtual void setTime(const Path& path, Timestamp at) = 0;
};

}  // namespace congvu::core
