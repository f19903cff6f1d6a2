// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <random>

struct sqlite3_file;

namespace congvu::testing {

/// What a file looks like to running programs (the page cache of a system) over what is durably on the disk: writes and truncations stay
/// in memory until they are synced. All connections of one process that open the same path share one such object. Thread-safe.
class UnsyncedFile {
public:
    static constexpr std::int64_t kBlockSize = 512;  ///< one sector: what a disk writes wholly or not at all

    UnsyncedFile(std::filesystem::path path, std::int64_t durableSize);

    /// Copies what stands at `offset`; bytes behind the end become 0. False when the end of the file comes first.
    bool read(sqlite3_file& durable, char* into, int count, std::int64_t offset);
    void write(sqlite3_file& durable, const char* bytes, int count, std::int64_t offset);
    void truncate(std::int64_t size);
    /// Puts everything into the durable file; an SQLite result code.
    int sync(sqlite3_file& durable);
    [[nodiscard]] std::int64_t size() const;

    /// The power goes: each sector that was not synced has reached the disk or not, as `chance` decides.
    void losePower(std::mt19937& chance);

private:
    using Block = std::array<char, kBlockSize>;

    Block& blockAt(sqlite3_file& durable, std::int64_t start);
    void readDurable(sqlite3_file& durable, char* into, std::int64_t count, std::int64_t offset) const;

    const std::filesystem::path path_;
    mutable std::mutex mutex_;
    std::map<std::int64_t, Block> unsynced_;  ///< by offset
    std::int64_t size_;
    std::int64_t durableLimit_;  ///< durable bytes behind it were truncated away
};

}  // namespace congvu::testing
