// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "testing/SyncMode.h"

namespace congvu::testing {

/// A virtual file system of SQLite in which only synced bytes survive. kill -9 proves little about durability, because the page cache of
/// the system outlives the process; here the unsynced bytes live in the memory of the process, so
///   - kill -9 of a process that uses it is a power cut that loses every unsynced byte;
///   - cutPower() is one in the same process that loses a random part of the unsynced sectors, in any order;
///   - endProcess() is the same as the last act of the process.
/// A cut comes between two calls of SQLite. One in the middle of a sync is the same as one before it of which some sectors survive.
/// Memory shared between connections (-shm) and locks go to the real system, so several connections of ONE process may use a file.
/// Names of files are durable at once: a lost directory entry is not simulated.
class PowerCutVfs {
public:
    /// Name for DatabaseOptions::sqliteVfs.
    static constexpr const char* kName = "congvu-power-cut";

    /// Registers it with SQLite, once for the process.
    static void install(SyncMode mode = SyncMode::honest);
    /// Every open file of it fails from now on (SQLITE_IOERR), files cannot be opened, and what was not synced is lost but for the
    /// sectors that `seed` lets reach the disk.
    static void cutPower(unsigned seed);
    /// Cuts the power and ends the process at once with exit code 0; nobody reads or writes meanwhile.
    [[noreturn]] static void endProcess(unsigned seed);
    /// Files can be opened again; those that were open at the cut stay dead.
    static void restorePower();
};

}  // namespace congvu::testing
