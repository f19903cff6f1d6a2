// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>

namespace congvu::host {

/// Who else may use the folder meanwhile: a server and every command that writes take it alone.
enum class FolderUse { alone, shared };

/// The folder with everything that must not be lost: made when it is missing, for the server's user only (0700), and locked so that two
/// servers never share it.
class DataFolder {
public:
    /// Throws std::runtime_error with one sentence when the folder cannot be made or another server uses it.
    DataFolder(std::filesystem::path path, FolderUse use);
    ~DataFolder();
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Temporary files of requests; emptied at the start.
    [[nodiscard]] std::filesystem::path uploads() const { return path_ / "uploads"; }

private:
    std::filesystem::path path_;
    int lock_ = -1;
};

}  // namespace congvu::host
