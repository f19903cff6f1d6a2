// SPDX-License-Identifier: Apache-2.0
#include "http/OpenFile.h"

#include "congvu/error/AppError.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace congvu::host {

OpenFile::OpenFile(const std::filesystem::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW)) {
    struct stat facts {};
    if (descriptor_ < 0) {
        throw AppError::notFound();
    }
    if (::fstat(descriptor_, &facts) != 0 || !S_ISREG(facts.st_mode)) {
        ::close(descriptor_);
        throw AppError::notFound();
    }
    sizeBytes_ = facts.st_size;
}

OpenFile::~OpenFile() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
    }
}

OpenFile::OpenFile(OpenFile&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)), sizeBytes_(other.sizeBytes_) {}

OpenFile& OpenFile::operator=(OpenFile&& other) noexcept {
    if (this != &other) {
        if (descriptor_ >= 0) {
            ::close(descriptor_);
        }
        descriptor_ = std::exchange(other.descriptor_, -1);
        sizeBytes_ = other.sizeBytes_;
    }
    return *this;
}

}  // namespace congvu::host
