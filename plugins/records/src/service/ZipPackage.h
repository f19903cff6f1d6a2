// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

struct archive;

namespace congvu::records {

/// Writes a ZIP file (APPNOTE 6.3, UTF-8 names, ZIP64 where needed) part by part; a large file is streamed. Names must be relative and
/// clean; std::runtime_error when the disk refuses.
class ZipPackage {
public:
    explicit ZipPackage(const std::filesystem::path& file);
    ZipPackage(const ZipPackage&) = delete;
    ZipPackage& operator=(const ZipPackage&) = delete;
    ~ZipPackage();

    void add(const std::string& name, std::string_view bytes);
    void addFile(const std::string& name, const std::filesystem::path& file);
    /// Must be called last; without it the file is not whole.
    void close();

private:
    void header(const std::string& name, std::int64_t size);
    void data(const char* bytes, std::size_t count);

    archive* archive_ = nullptr;
};

}  // namespace congvu::records
