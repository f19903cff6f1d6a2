// SPDX-License-Identifier: Apache-2.0
#include "testing/PowerCutVfs.h"

#include "testing/UnsyncedFile.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cstddef>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <random>
#include <shared_mutex>
#include <string>
#include <vector>

namespace congvu::testing {

namespace {

/// All files of the process and whether there is power.
struct Machine {
    std::shared_mutex power;  ///< shared by every call of SQLite, alone for the cut
    bool hasPower = true;     ///< guarded by power
    unsigned cuts = 0;        ///< guarded by power
    std::mutex mutex;
    std::map<std::string, std::shared_ptr<UnsyncedFile>> files;  ///< guarded by mutex
    SyncMode mode = SyncMode::honest;
    sqlite3_vfs* system = nullptr;  ///< the file system underneath
};

Machine& machine() {
    static Machine theMachine;
    return theMachine;
}

/// One opening of a file.
struct Opening {
    std::vector<std::max_align_t> durableMemory;  ///< SQLite lets the file system make its object in the caller's memory
    std::shared_ptr<UnsyncedFile> content;
    unsigned cutsBefore = 0;

    [[nodiscard]] sqlite3_file* durable() { return reinterpret_cast<sqlite3_file*>(durableMemory.data()); }
    /// To be asked with the power held.
    [[nodiscard]] bool isDead() const { return !machine().hasPower || cutsBefore != machine().cuts; }
};

/// What SQLite holds: the base it knows and our pointer behind it.
struct FileSlot {
    sqlite3_file base;
    Opening* opening;
};

Opening& openingOf(sqlite3_file* file) {
    return *reinterpret_cast<FileSlot*>(file)->opening;
}

int closeFile(sqlite3_file* file) {
    auto& opening = openingOf(file);
    const int result = opening.durable()->pMethods->xClose(opening.durable());
    delete &opening;
    return result;
}

int readFile(sqlite3_file* file, void* into, int count, sqlite3_int64 offset) {
    const std::shared_lock power{machine().power};
    auto& opening = openingOf(file);
    if (opening.isDead()) {
        return SQLITE_IOERR_READ;
    }
    return opening.content->read(*opening.durable(), static_cast<char*>(into), count, offset) ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset) {
    const std::shared_lock power{machine().power};
    auto& opening = openingOf(file);
    if (opening.isDead()) {
        return SQLITE_IOERR_WRITE;
    }
    opening.content->write(*opening.durable(), static_cast<const char*>(bytes), count, offset);
    return SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    const std::shared_lock power{machine().power};
    auto& opening = openingOf(file);
    if (opening.isDead()) {
        return SQLITE_IOERR_TRUNCATE;
    }
    opening.content->truncate(size);
    return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int) {
    const std::shared_lock power{machine().power};
    auto& opening = openingOf(file);
    if (opening.isDead()) {
        return SQLITE_IOERR_FSYNC;
    }
    return machine().mode == SyncMode::honest ? opening.content->sync(*opening.durable()) : SQLITE_OK;
}

int sizeOfFile(sqlite3_file* file, sqlite3_int64* size) {
    const std::shared_lock power{machine().power};
    auto& opening = openingOf(file);
    *size = opening.content->size();
    return opening.isDead() ? SQLITE_IOERR_FSTAT : SQLITE_OK;
}

int lockFile(sqlite3_file* file, int level) {
    auto* durable = openingOf(file).durable();
    return durable->pMethods->xLock(durable, level);
}

int unlockFile(sqlite3_file* file, int level) {
    auto* durable = openingOf(file).durable();
    return durable->pMethods->xUnlock(durable, level);
}

int checkReservedLock(sqlite3_file* file, int* isLocked) {
    auto* durable = openingOf(file).durable();
    return durable->pMethods->xCheckReservedLock(durable, isLocked);
}

int controlFile(sqlite3_file* file, int operation, void* argument) {
    if (operation == SQLITE_FCNTL_SIZE_HINT || operation == SQLITE_FCNTL_CHUNK_SIZE) {
        return SQLITE_OK;  // would make the durable file longer behind our back
    }
    auto* durable = openingOf(file).durable();
    return durable->pMethods->xFileControl(durable, operation, argument);
}

int sectorSize(sqlite3_file*) {
    return static_cast<int>(UnsyncedFile::kBlockSize);
}

/// Promises nothing, not even that a write does not damage its neighbours on power loss.
int deviceCharacteristics(sqlite3_file*) {
    return 0;
}

int mapSharedMemory(sqlite3_file* file, int region, int size, int mayExtend, void volatile** memory) {
    auto* durable = openingOf(file).durable();
    return durable->pMethods->xShmMap(durable, region, size, mayExtend, memory);
}

int lockSharedMemory(sqlite3_file* file, int offset, int count, int flags) {
    auto* durable = openingOf(file).durable();
    return durable->pMethods->xShmLock(durable, offset, count, flags);
}

void sharedMemoryBarrier(sqlite3_file* file) {
    auto* durable = openingOf(file).durable();
    durable->pMethods->xShmBarrier(durable);
}

int unmapSharedMemory(sqlite3_file* file, int shallDelete) {
    auto* durable = openingOf(file).durable();
    return durable->pMethods->xShmUnmap(durable, shallDelete);
}

const sqlite3_io_methods* ioMethods() {
    static const sqlite3_io_methods methods = [] {
        sqlite3_io_methods made{};
        made.iVersion = 2;  // with shared memory, without memory-mapped reading
        made.xClose = closeFile;
        made.xRead = readFile;
        made.xWrite = writeFile;
        made.xTruncate = truncateFile;
        made.xSync = syncFile;
        made.xFileSize = sizeOfFile;
        made.xLock = lockFile;
        made.xUnlock = unlockFile;
        made.xCheckReservedLock = checkReservedLock;
        made.xFileControl = controlFile;
        made.xSectorSize = sectorSize;
        made.xDeviceCharacteristics = deviceCharacteristics;
        made.xShmMap = mapSharedMemory;
        made.xShmLock = lockSharedMemory;
        made.xShmBarrier = sharedMemoryBarrier;
        made.xShmUnmap = unmapSharedMemory;
        return made;
    }();
    return &methods;
}

/// The content that all openings of a path share; a temporary file without a name has its own.
std::shared_ptr<UnsyncedFile> contentOf(const char* name, sqlite3_file* durable) {
    const auto make = [&] {
        sqlite3_int64 size = 0;
        durable->pMethods->xFileSize(durable, &size);
        return std::make_shared<UnsyncedFile>(name == nullptr ? "" : name, size);
    };
    if (name == nullptr) {
        return make();
    }
    const std::lock_guard lock{machine().mutex};
    auto& content = machine().files[name];
    if (content == nullptr) {
        content = make();
    }
    return content;
}

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags) {
    auto* slot = new (file) FileSlot{{nullptr}, nullptr};
    const std::shared_lock power{machine().power};
    if (!machine().hasPower) {
        return SQLITE_IOERR;
    }
    auto* system = machine().system;
    auto opening = std::make_unique<Opening>();
    opening->cutsBefore = machine().cuts;
    opening->durableMemory.resize(static_cast<std::size_t>(system->szOsFile) / sizeof(std::max_align_t) + 1);
    const int result = system->xOpen(system, name, opening->durable(), flags, outFlags);
    if (result != SQLITE_OK) {
        return result;
    }
    opening->content = contentOf(name, opening->durable());
    slot->opening = opening.release();
    slot->base.pMethods = ioMethods();
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs*, const char* name, int shallSync) {
    const std::shared_lock power{machine().power};
    if (!machine().hasPower) {
        return SQLITE_IOERR_DELETE;
    }
    auto* system = machine().system;
    {
        const std::lock_guard lock{machine().mutex};
        machine().files.erase(name);
    }
    return system->xDelete(system, name, shallSync);
}

/// To be called with the power held alone.
void loseUnsynced(unsigned seed) {
    machine().hasPower = false;
    ++machine().cuts;
    std::mt19937 chance{seed};
    for (const auto& [name, content] : machine().files) {
        content->losePower(chance);
    }
    machine().files.clear();
}

}  // namespace

void PowerCutVfs::install(SyncMode mode) {
    machine().mode = mode;
    static const bool isInstalled = [] {
        machine().system = sqlite3_vfs_find(nullptr);
        static sqlite3_vfs vfs = *machine().system;
        vfs.zName = kName;
        vfs.szOsFile = sizeof(FileSlot);
        vfs.pNext = nullptr;
        vfs.xOpen = openFile;
        vfs.xDelete = deleteFile;
        return sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    }();
    static_cast<void>(isInstalled);
}

void PowerCutVfs::cutPower(unsigned seed) {
    const std::lock_guard power{machine().power};
    loseUnsynced(seed);
}

void PowerCutVfs::endProcess(unsigned seed) {
    const std::lock_guard power{machine().power};
    loseUnsynced(seed);
    ::_exit(0);
}

void PowerCutVfs::restorePower() {
    const std::lock_guard power{machine().power};
    machine().hasPower = true;
}

}  // namespace congvu::testing
