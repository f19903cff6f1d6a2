// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>

namespace congvu::host {

/// A file opened for reading, closed when the object goes away.
class OpenFile {
public:
    /// Opens a regular file, never through a symbolic link. Throws AppError notFound when there is none.
    explicit OpenFile(const std::filesystem::path& path);
    ~OpenFile();
    OpenFile(OpenFile&& other) noexcept;
    OpenFile& operator=(OpenFile&& other) noexcept;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] std::int64_t sizeBytes() const { return sizeBytes_; }

private:
    int descriptor_ = -1;
    std::int64_t sizeBytes_ = 0;
};

}  // namespace congvu::host
