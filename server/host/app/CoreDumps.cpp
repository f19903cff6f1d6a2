// SPDX-License-Identifier: Apache-2.0
#include "app/CoreDumps.h"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <fstream>
#include <stdexcept>

namespace congvu::host {

void keepMemoryOutOfCoreDumps() {
    rlimit limit{};
    ::getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = 0;
    ::setrlimit(RLIMIT_CORE, &limit);
    // A handler of the system is not held by the limit; core(5): bit 0 of the filter is anonymous private memory.
    std::ofstream filter{"/proc/self/coredump_filter"};
    filter << "0" << std::flush;
    if (!filter && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        throw std::runtime_error{"the memory of the server cannot be kept out of core dumps"};
    }
}

}  // namespace congvu::host
