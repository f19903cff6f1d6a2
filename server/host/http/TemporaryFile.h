// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string_view>

namespace congvu::host {

/// A file of its own in the upload folder, readable by the server's user only, removed when the object goes away. Whoever wants to keep
/// it renames it; a name that is gone is fine.
class TemporaryFile {
public:
    /// Makes and opens a new empty file. Throws std::system_error when the folder cannot be written to.
    explicit TemporaryFile(const std::filesystem::path& folder);
    ~TemporaryFile();
    TemporaryFile(TemporaryFile&& other) noexcept;
    TemporaryFile& operator=(TemporaryFile&& other) noexcept;

    /// Appends all bytes. Throws std::system_error when the disk is full.
    void write(std::string_view bytes);
    /// Closes the descriptor; the file stays until the object goes away.
    void close() noexcept;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    void remove() noexcept;
    std::filesystem::path path_;
    int descriptor_ = -1;
};

}  // namespace congvu::host
