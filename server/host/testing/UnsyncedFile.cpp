// SPDX-License-Identifier: Apache-2.0
#include "testing/UnsyncedFile.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <fstream>

namespace congvu::testing {

namespace {

std::int64_t startOfBlock(std::int64_t offset) {
    return offset / UnsyncedFile::kBlockSize * UnsyncedFile::kBlockSize;
}

}  // namespace

UnsyncedFile::UnsyncedFile(std::filesystem::path path, std::int64_t durableSize)
    : path_(std::move(path)), size_(durableSize), durableLimit_(durableSize) {}

bool UnsyncedFile::read(sqlite3_file& durable, char* into, int count, std::int64_t offset) {
    const std::lock_guard lock{mutex_};
    readDurable(durable, into, count, offset);
    const auto end = offset + count;
    for (auto found = unsynced_.lower_bound(startOfBlock(offset)); found != unsynced_.end() && found->first < end; ++found) {
        const auto from = std::max(offset, found->first);
        const auto until = std::min(end, found->first + kBlockSize);
        std::memcpy(into + (from - offset), found->second.data() + (from - found->first), static_cast<std::size_t>(until - from));
    }
    if (end > size_) {
        const auto valid = std::clamp<std::int64_t>(size_ - offset, 0, count);
        std::memset(into + valid, 0, static_cast<std::size_t>(count - valid));
        return false;
    }
    return true;
}

void UnsyncedFile::write(sqlite3_file& durable, const char* bytes, int count, std::int64_t offset) {
    const std::lock_guard lock{mutex_};
    const auto end = offset + count;
    for (auto start = startOfBlock(offset); start < end; start += kBlockSize) {
        const auto from = std::max(offset, start);
        const auto until = std::min(end, start + kBlockSize);
        auto& block = blockAt(durable, start);
        std::memcpy(block.data() + (from - start), bytes + (from - offset), static_cast<std::size_t>(until - from));
    }
    size_ = std::max(size_, end);
}

void UnsyncedFile::truncate(std::int64_t size) {
    const std::lock_guard lock{mutex_};
    unsynced_.erase(unsynced_.lower_bound(startOfBlock(size + kBlockSize - 1)), unsynced_.end());
    if (const auto last = unsynced_.find(startOfBlock(size)); last != unsynced_.end()) {
        std::fill(last->second.begin() + (size - last->first), last->second.end(), '\0');
    }
    size_ = size;
    durableLimit_ = std::min(durableLimit_, size);
}

int UnsyncedFile::sync(sqlite3_file& durable) {
    const std::lock_guard lock{mutex_};
    // No fsync underneath: the "disk" of this test is what outlives the process, and that is the page cache of the real system.
    int result = durable.pMethods->xTruncate(&durable, std::min(durableLimit_, size_));
    for (const auto& [start, block] : unsynced_) {
        const auto count = std::min(kBlockSize, size_ - start);
        if (result == SQLITE_OK && count > 0) {
            result = durable.pMethods->xWrite(&durable, block.data(), static_cast<int>(count), start);
        }
    }
    if (result == SQLITE_OK) {
        unsynced_.clear();
        durableLimit_ = size_;
    }
    return result;
}

std::int64_t UnsyncedFile::size() const {
    const std::lock_guard lock{mutex_};
    return size_;
}

void UnsyncedFile::losePower(std::mt19937& chance) {
    const std::lock_guard lock{mutex_};
    std::bernoulli_distribution hasReachedTheDisk{0.5};
    std::fstream durable{path_, std::ios::in | std::ios::out | std::ios::binary};
    for (const auto& [start, block] : unsynced_) {
        if (durable && hasReachedTheDisk(chance)) {
            durable.seekp(start);
            durable.write(block.data(), static_cast<std::streamsize>(std::min(kBlockSize, std::max<std::int64_t>(size_ - start, 0))));
        }
    }
    unsynced_.clear();
}

UnsyncedFile::Block& UnsyncedFile::blockAt(sqlite3_file& durable, std::int64_t start) {
    const auto [found, isNew] = unsynced_.try_emplace(start);
    if (isNew) {
        readDurable(durable, found->second.data(), kBlockSize, start);
    }
    return found->second;
}

void UnsyncedFile::readDurable(sqlite3_file& durable, char* into, std::int64_t count, std::int64_t offset) const {
    std::memset(into, 0, static_cast<std::size_t>(count));
    const auto valid = std::clamp<std::int64_t>(durableLimit_ - offset, 0, count);
    if (valid > 0) {
        durable.pMethods->xRead(&durable, into, static_cast<int>(valid), offset);  // a short read leaves zeros, as it should
    }
}

}  // namespace congvu::testing
