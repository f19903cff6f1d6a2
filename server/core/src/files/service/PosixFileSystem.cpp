// SPDX-License-Identifier: Apache-2.0
#include "congvu/core/PosixFileSystem.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <array>
#include <cerrno>
#include <system_error>

namespace congvu::core {

namespace {

using Path = FileSystem::Path;

[[noreturn]] void fail(const char* what, const Path& path) {
    throw std::filesystem::filesystem_error(what, path, std::error_code(errno, std::generic_category()));
}

/// Closes the descriptor when the function that opened it ends.
class OpenDescriptor {
public:
    OpenDescriptor(const Path& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0640)) {
        if (descriptor_ < 0) {
            fail("open", path);
        }
    }
    ~OpenDescriptor() { ::close(descriptor_); }
    OpenDescriptor(const OpenDescriptor&) = delete;
    OpenDescriptor& operator=(const OpenDescriptor&) = delete;
    [[nodiscard]] int number() const { return descriptor_; }

private:
    int descriptor_;
};

void sync(const Path& path, int flags) {
    const OpenDescriptor file(path, flags);
    if (::fsync(file.number()) != 0) {
        fail("fsync", path);
    }
}

}  // namespace

bool PosixFileSystem::exists(const Path& path) const {
    return std::filesystem::exists(path);
}

void PosixFileSystem::createFolder(const Path& folder) {
    std::filesystem::create_directory(folder);
}

void PosixFileSystem::write(const Path& path, std::string_view bytes) {
    const OpenDescriptor file(path, O_WRONLY | O_CREAT | O_TRUNC);
    while (!bytes.empty()) {
        const auto written = ::write(file.number(), bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            fail("write", path);
        }
        bytes.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
    }
}

void PosixFileSystem::linkOrCopy(const Path& from, const Path& to) {
    if (::link(from.c_str(), to.c_str()) != 0) {
        std::filesystem::copy_file(from, to, std::filesystem::copy_options::overwrite_existing);
    }
}

void PosixFileSystem::syncFile(const Path& path) {
    sync(path, O_RDONLY);
}

void PosixFileSystem::rename(const Path& from, const Path& to) {
    std::filesystem::rename(from, to);
}

void PosixFileSystem::syncFolder(const Path& folder) {
    sync(folder, O_RDONLY | O_DIRECTORY);
}

void PosixFileSystem::remove(const Path& path) {
    std::filesystem::remove(path);
}

std::string PosixFileSystem::read(const Path& path) const {
    const OpenDescriptor file(path, O_RDONLY);
    std::string bytes(std::filesystem::file_size(path), '\0');
    std::size_t have = 0;
    while (have < bytes.size()) {
        const auto got = ::read(file.number(), bytes.data() + have, bytes.size() - have);
        if (got < 0 && errno != EINTR) {
            fail("read", path);
        }
        if (got == 0) {
            break;
        }
        have += got > 0 ? static_cast<std::size_t>(got) : 0;
    }
    bytes.resize(have);
    return bytes;
}

std::vector<Path> PosixFileSystem::files(const Path& folder) const {
    std::vector<Path> paths;
    if (!std::filesystem::is_directory(folder)) {
        return paths;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            paths.push_back(entry.path());
        }
    }
    return paths;
}

std::optional<Timestamp> PosixFileSystem::time(const Path& path) const {
    struct stat about {};
    if (::stat(path.c_str(), &about) != 0) {
        if (errno == ENOENT) {
            return std::nullopt;
        }
        fail("stat", path);
    }
    return Timestamp{std::chrono::seconds{about.st_mtim.tv_sec} + std::chrono::milliseconds{about.st_mtim.tv_nsec / 1'000'000}};
}

void PosixFileSystem::setTime(const Path& path, Timestamp at) {
    const auto milliseconds = at.time_since_epoch().count();
    timespec moment{};
    moment.tv_sec = milliseconds / 1'000;
    moment.tv_nsec = (milliseconds % 1'000) * 1'000'000;
    const std::array<timespec, 2> times{moment, moment};
    if (::utimensat(AT_FDCWD, path.c_str(), times.data(), 0) != 0) {
        fail("utimensat", path);
    }
}

}  // namespace congvu::core
