// SPDX-License-Identifier: Apache-2.0
#include "DocumentFile.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <stdexcept>

#include "FileAccess.h"

namespace congvu::signing::tool {
namespace {

constexpr std::uintmax_t kLargestDocument = std::uintmax_t{1} << 30;

/// Closes the descriptor whatever happens.
class Descriptor {
public:
    explicit Descriptor(int value) : value_(value) {}
    ~Descriptor() {
        if (value_ >= 0) {
            ::close(value_);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return value_; }

private:
    int value_;
};

/// Opens the temporary file: beside the target, or in the folder for temporary files.
int openTemporary(const std::string& path, std::string& temporary) {
    if (path == "-") {
        temporary = (std::filesystem::temp_directory_path() / "congvu-sign-XXXXXX").string();
        return ::mkostemp(temporary.data(), O_CLOEXEC);
    }
    constexpr mode_t kAsTheUmaskAllows = 0666;
    temporary = path + ".part" + std::to_string(::getpid());
    return ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, kAsTheUmaskAllows);
}

bool writeAll(int descriptor, ByteView bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written <= 0) {
            return false;
        }
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

}  // namespace

DocumentFile::DocumentFile(const std::string& path) {
    if (path == "-") {
        held_ = readFile(path);
        bytes_ = held_;
        return;
    }
    const Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    struct stat state {};
    if (descriptor.get() < 0 || ::fstat(descriptor.get(), &state) != 0 || !S_ISREG(state.st_mode)) {
        throw std::runtime_error("cannot read " + path);
    }
    const auto size = static_cast<std::uintmax_t>(state.st_size);
    if (size > kLargestDocument) {
        throw std::runtime_error(path + " is larger than 1 GiB");
    }
    if (size == 0) {
        return;
    }
    void* mapped = ::mmap(nullptr, static_cast<std::size_t>(size), PROT_READ, MAP_PRIVATE, descriptor.get(), 0);
    if (mapped == MAP_FAILED) {
        throw std::runtime_error("cannot read " + path);
    }
    mapped_ = mapped;
    bytes_ = {static_cast<const std::uint8_t*>(mapped), static_cast<std::size_t>(size)};
}

DocumentFile::~DocumentFile() {
    if (mapped_ != nullptr) {
        ::munmap(mapped_, bytes_.size());
    }
}

DocumentOutput::DocumentOutput(std::string path) : path_(std::move(path)) {
    descriptor_ = openTemporary(path_, temporary_);
    if (descriptor_ < 0) {
        throw std::runtime_error("cannot write " + path_);
    }
}

DocumentOutput::~DocumentOutput() {
    if (descriptor_ >= 0) {
        ::close(descriptor_);
        std::error_code ignored;
        std::filesystem::remove(temporary_, ignored);
    }
}

void DocumentOutput::append(ByteView bytes) {
    if (!writeAll(descriptor_, bytes)) {
        throw std::runtime_error("cannot write " + path_);
    }
}

void DocumentOutput::commit() {
    if (path_ == "-") {
        const DocumentFile written(temporary_);
        if (!writeAll(STDOUT_FILENO, written.bytes())) {
            throw std::runtime_error("cannot write to standard output");
        }
        return;
    }
    if (::fsync(descriptor_) != 0 || ::rename(temporary_.c_str(), path_.c_str()) != 0) {
        throw std::runtime_error("cannot write " + path_);
    }
    ::close(descriptor_);
    descriptor_ = -1;
}

DocumentPassword readDocumentPassword(const std::string& path) {
    return path.empty() ? DocumentPassword() : DocumentPassword(readPin(path));
}

}  // namespace congvu::signing::tool
