// SPDX-License-Identifier: Apache-2.0
#include "testing/PowerCutFileSystem.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>

namespace congvu::testing {

namespace {

constexpr off_t kSectorSize = 512;

bool throwCoin(std::mt19937& chance) {
    return std::bernoulli_distribution{0.5}(chance);
}

/// A loss that cannot be simulated must not look like a disk that has kept everything.
void require(bool isDone) {
    if (!isDone) {
        throw std::system_error(errno, std::generic_category(), "losing power");
    }
}

}  // namespace

/// The content of a file, held open so that it outlives its names.
class PowerCutFileSystem::Content {
public:
    explicit Content(const Path& path) : descriptor_(::open(path.c_str(), O_RDWR | O_CLOEXEC)) {
        if (descriptor_ < 0) {
            throw std::filesystem::filesystem_error("open", path, std::error_code(errno, std::generic_category()));
        }
        ::fstat(descriptor_, &about_);
    }
    ~Content() { ::close(descriptor_); }
    Content(const Content&) = delete;
    Content& operator=(const Content&) = delete;

    [[nodiscard]] ino_t inode() const { return about_.st_ino; }

    /// Sectors that did not reach the disk read as zeros; a size that did not cuts the file off.
    void lose(std::mt19937& chance) const {
        struct stat now {};
        ::fstat(descriptor_, &now);
        const std::array<char, kSectorSize> zeros{};
        for (off_t start = 0; start < now.st_size; start += kSectorSize) {
            if (throwCoin(chance)) {
                const auto count = static_cast<std::size_t>(std::min(kSectorSize, now.st_size - start));
                require(::pwrite(descriptor_, zeros.data(), count, start) == static_cast<ssize_t>(count));
            }
        }
        if (throwCoin(chance)) {
            require(::ftruncate(descriptor_, std::uniform_int_distribution<off_t>{0, now.st_size}(chance)) == 0);
        }
    }

    /// Gives the content a name again; what stood there is gone.
    void restoreTo(const Path& path) const {
        std::filesystem::remove(path);
        std::filesystem::copy_file("/proc/self/fd/" + std::to_string(descriptor_), path);
        struct stat now {};
        ::fstat(descriptor_, &now);
        const std::array<timespec, 2> times{now.st_atim, now.st_mtim};
        ::utimensat(AT_FDCWD, path.c_str(), times.data(), 0);
    }

private:
    int descriptor_;
    struct stat about_ {};
};

bool PowerCutFileSystem::exists(const Path& path) const {
    const std::lock_guard lock{power_};
    return disk_.exists(path);
}

void PowerCutFileSystem::createFolder(const Path& folder) {
    const std::lock_guard lock{power_};
    if (!disk_.exists(folder)) {
        disk_.createFolder(folder);
        unsyncedFolders_.insert(folder);
    }
}

void PowerCutFileSystem::write(const Path& path, std::string_view bytes) {
    const std::lock_guard lock{power_};
    remember(path);
    disk_.write(path, bytes);
    markUnsynced(path);
}

void PowerCutFileSystem::linkOrCopy(const Path& from, const Path& to) {
    const std::lock_guard lock{power_};
    remember(to);
    disk_.linkOrCopy(from, to);
    markUnsynced(to);
}

void PowerCutFileSystem::syncFile(const Path& path) {
    const std::lock_guard lock{power_};
    const Content content{path};
    if (mode_ == SyncMode::honest) {
        unsyncedContents_.erase(content.inode());
    }
}

void PowerCutFileSystem::rename(const Path& from, const Path& to) {
    const std::lock_guard lock{power_};
    remember(from);
    remember(to);
    disk_.rename(from, to);
}

void PowerCutFileSystem::syncFolder(const Path& folder) {
    const std::lock_guard lock{power_};
    const auto isInside = [&](const Path& path) { return path.parent_path() == folder; };
    if (mode_ == SyncMode::honest) {
        std::erase_if(unsyncedNames_, [&](const auto& entry) { return isInside(entry.first); });
        std::erase_if(unsyncedFolders_, isInside);
    }
}

void PowerCutFileSystem::remove(const Path& path) {
    const std::lock_guard lock{power_};
    remember(path);
    disk_.remove(path);
}

std::string PowerCutFileSystem::read(const Path& path) const {
    const std::lock_guard lock{power_};
    return disk_.read(path);
}

std::vector<PowerCutFileSystem::Path> PowerCutFileSystem::files(const Path& folder) const {
    const std::lock_guard lock{power_};
    return disk_.files(folder);
}

std::optional<Timestamp> PowerCutFileSystem::time(const Path& path) const {
    const std::lock_guard lock{power_};
    return disk_.time(path);
}

void PowerCutFileSystem::setTime(const Path& path, Timestamp at) {
    const std::lock_guard lock{power_};
    disk_.setTime(path, at);
}

std::unique_lock<std::mutex> PowerCutFileSystem::losePower(unsigned seed) {
    std::unique_lock lock{power_};
    std::mt19937 chance{seed};
    loseContents(chance);
    loseNames(chance);
    loseFolders(chance);
    return lock;
}

void PowerCutFileSystem::remember(const Path& path) {
    unsyncedNames_[path].push_back(disk_.exists(path) ? std::make_shared<Content>(path) : nullptr);
}

void PowerCutFileSystem::markUnsynced(const Path& path) {
    auto content = std::make_shared<Content>(path);
    const auto inode = content->inode();
    unsyncedContents_.insert_or_assign(inode, std::move(content));
}

void PowerCutFileSystem::loseContents(std::mt19937& chance) {
    for (const auto& [inode, content] : unsyncedContents_) {
        content->lose(chance);
    }
    unsyncedContents_.clear();
}

void PowerCutFileSystem::loseNames(std::mt19937& chance) {
    for (const auto& [path, states] : unsyncedNames_) {
        const auto chosen = std::uniform_int_distribution<std::size_t>{0, states.size()}(chance);
        if (chosen == states.size()) {
            continue;  // the present state has reached the disk
        }
        if (states[chosen] == nullptr) {
            std::filesystem::remove(path);
        } else {
            states[chosen]->restoreTo(path);
        }
    }
    unsyncedNames_.clear();
}

void PowerCutFileSystem::loseFolders(std::mt19937& chance) {
    for (const auto& folder : unsyncedFolders_) {
        if (throwCoin(chance)) {
            std::filesystem::remove_all(folder);
        }
    }
    unsyncedFolders_.clear();
}

}  // namespace congvu::testing
