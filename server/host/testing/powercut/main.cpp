// SPDX-License-Identifier: Apache-2.0
// The server, as `congvu` runs it, on a database and stored files that lose power: a line "cut <seed>" on the standard input throws away
// what was not synced and ends the process at once. With CONGVU_LYING_DISK=database or =files that part ignores every sync, so that a test
// can show that it finds what is lost then.
#include "cli/CommandLine.h"
#include "testing/PowerCutFileSystem.h"
#include "testing/PowerCutVfs.h"

#include <csignal>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

namespace {

using congvu::testing::PowerCutFileSystem;
using congvu::testing::PowerCutVfs;
using congvu::testing::SyncMode;

SyncMode modeOf(std::string_view part) {
    const char* lying = std::getenv("CONGVU_LYING_DISK");
    return lying != nullptr && part == lying ? SyncMode::ignored : SyncMode::honest;
}

void waitForTheCut(PowerCutFileSystem& files) {
    std::string word;
    unsigned seed = 0;
    if (std::cin >> word >> seed && word == "cut") {
        // First the files: whoever still commits meanwhile has all the files of the commit on the disk.
        const auto darkness = files.losePower(seed);
        PowerCutVfs::endProcess(seed);
    }
}

/// Signals are for the main thread.
void blockSignals() {
    sigset_t all{};
    ::sigfillset(&all);
    ::pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

}  // namespace

int main(int argumentCount, char** arguments) {
    const auto files = std::make_shared<PowerCutFileSystem>(modeOf("files"));
    PowerCutVfs::install(modeOf("database"));
    std::thread([files] {
        blockSignals();
        waitForTheCut(*files);
    }).detach();
    congvu::host::HostOptions options;
    options.sqliteVfs = PowerCutVfs::kName;
    options.fileSystem = files;
    return congvu::host::runCommandLine(argumentCount, arguments, options);
}
