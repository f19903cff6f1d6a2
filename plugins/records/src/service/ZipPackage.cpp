// SPDX-License-Identifier: Apache-2.0
#include "service/ZipPackage.h"

#include <archive.h>
#include <archive_entry.h>
#include <array>
#include <fstream>
#include <memory>
#include <stdexcept>

namespace congvu::records {

namespace {

struct FreeEntry {
    void operator()(archive_entry* entry) const { archive_entry_free(entry); }
};

/// Files of an archive must not tell when they were packed: the same dossier gives the same package.
constexpr std::int64_t kFixedTime = 1'583'366'400;  // 2020-03-05, the day of Decree 30/2020

}  // namespace

ZipPackage::ZipPackage(const std::filesystem::path& file) : archive_(archive_write_new()) {
    if (archive_write_set_format_zip(archive_) != ARCHIVE_OK ||
        archive_write_set_options(archive_, "zip:hdrcharset=UTF-8") < ARCHIVE_WARN ||
        archive_write_open_filename(archive_, file.c_str()) != ARCHIVE_OK) {
        const std::string reason = archive_error_string(archive_) != nullptr ? archive_error_string(archive_) : "zip";
        archive_write_free(archive_);
        throw std::runtime_error(reason);
    }
}

ZipPackage::~ZipPackage() {
    archive_write_free(archive_);
}

void ZipPackage::header(const std::string& name, std::int64_t size) {
    const std::unique_ptr<archive_entry, FreeEntry> entry{archive_entry_new()};
    archive_entry_set_pathname_utf8(entry.get(), name.c_str());
    archive_entry_set_size(entry.get(), size);
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_perm(entry.get(), 0644);
    archive_entry_set_mtime(entry.get(), kFixedTime, 0);
    if (archive_write_header(archive_, entry.get()) < ARCHIVE_WARN) {
        throw std::runtime_error(archive_error_string(archive_));
    }
}

void ZipPackage::data(const char* bytes, std::size_t count) {
    if (count > 0 && archive_write_data(archive_, bytes, count) != static_cast<la_ssize_t>(count)) {
        throw std::runtime_error(archive_error_string(archive_));
    }
}

void ZipPackage::add(const std::string& name, std::string_view bytes) {
    header(name, static_cast<std::int64_t>(bytes.size()));
    data(bytes.data(), bytes.size());
}

void ZipPackage::addFile(const std::string& name, const std::filesystem::path& file) {
    header(name, static_cast<std::int64_t>(std::filesystem::file_size(file)));
    std::ifstream in(file, std::ios::binary);
    std::array<char, 256 * 1024> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
    while (in) {
        in.read(buffer.data(), buffer.size());
        data(buffer.data(), static_cast<std::size_t>(in.gcount()));
    }
}

void ZipPackage::close() {
    if (archive_write_close(archive_) != ARCHIVE_OK) {
        throw std::runtime_error(archive_error_string(archive_));
    }
}

}  // namespace congvu::records
