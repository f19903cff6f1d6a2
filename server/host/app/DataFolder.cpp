// SPDX-License-Identifier: Apache-2.0
#include "app/DataFolder.h"

#include "congvu/core/PosixFileSystem.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>
#include <utility>

namespace congvu::host {

namespace {

/// Makes the folder and those above it that are missing; their names are on the disk before anything is put into them.
void makeDurably(const std::filesystem::path& folder) {
    if (std::filesystem::exists(folder)) {
        return;
    }
    core::PosixFileSystem system;
    makeDurably(folder.parent_path());
    system.createFolder(folder);
    system.syncFolder(folder.parent_path());
}

void makePrivate(const std::filesystem::path& folder) {
    makeDurably(std::filesystem::absolute(folder).lexically_normal());
    std::filesystem::permissions(folder, std::filesystem::perms::owner_all);
}

}  // namespace

DataFolder::DataFolder(std::filesystem::path path, FolderUse use) : path_(std::move(path)) {
    try {
        makePrivate(path_);
        path_ = std::filesystem::canonical(path_);
    } catch (const std::filesystem::filesystem_error& error) {
        throw std::runtime_error("the data folder cannot be used: " + std::string{error.what()});
    }
    const auto file = path_ / "lock";
    lock_ = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock_ < 0 || ::flock(lock_, (use == FolderUse::alone ? LOCK_EX : LOCK_SH) | LOCK_NB) != 0) {
        const bool isTaken = errno == EWOULDBLOCK;
        if (lock_ >= 0) {
            ::close(lock_);
        }
        throw std::runtime_error(isTaken ? "another congvu uses the data folder " + path_.string() : "cannot lock " + file.string());
    }
    if (use == FolderUse::alone) {
        std::filesystem::remove_all(uploads());
    }
    makePrivate(uploads());
}

DataFolder::~DataFolder() {
    ::close(lock_);
}

}  // namespace congvu::host
