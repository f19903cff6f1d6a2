// SPDX-License-Identifier: Apache-2.0
#include "http/TemporaryFile.h"

#include <fcntl.h>
#include <unistd.h>
#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>
#include <utility>

namespace congvu::host {

TemporaryFile::TemporaryFile(const std::filesystem::path& folder) {
    std::string name = (folder / "upload-XXXXXX").string();
    descriptor_ = ::mkostemp(name.data(), O_CLOEXEC);  // mode 0600
    if (descriptor_ < 0) {
        throw std::system_error(errno, std::generic_category(), "cannot make a temporary file in " + folder.string());
    }
    path_ = name;
}

TemporaryFile::~TemporaryFile() {
    remove();
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : path_(std::exchange(other.path_, {})), descriptor_(std::exchange(other.descriptor_, -1)) {}

TemporaryFile& TemporaryFile::operator=(TemporaryFile&& other) noexcept {
    if (this != &other) {
        remove();
        path_ = std::exchange(other.path_, {});
        descriptor_ = std::exchange(other.descriptor_, -1);
    }
    return *this;
}

void TemporaryFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto written = ::write(descriptor_, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) {
            continue;
        }
        if (written < 0) {
            throw std::system_error(errno, std::generic_category(), "cannot write " + path_.string());
        }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

void TemporaryFile::close() noexcept {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
        descriptor_ = -1;
    }
}

void TemporaryFile::remove() noexcept {
    close();
    if (!path_.empty()) {
        ::unlink(path_.c_str());
        path_.clear();
    }
}

}  // namespace congvu::host
