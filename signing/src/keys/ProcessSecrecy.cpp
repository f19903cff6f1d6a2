// SPDX-License-Identifier: Apache-2.0
#include "congvu/signing/keys/ProcessSecrecy.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "congvu/signing/SigningError.h"

namespace congvu::signing {
namespace {

bool emptyDumps() {
    const int filter = ::open("/proc/self/coredump_filter", O_WRONLY | O_CLOEXEC);
    if (filter < 0) {
        return false;
    }
    const bool isWritten = ::write(filter, "0", 1) == 1;
    ::close(filter);
    return isWritten;
}

}  // namespace

void keepMemoryOutOfCoreDumps() {
    rlimit limit{};
    ::getrlimit(RLIMIT_CORE, &limit);
    limit.rlim_cur = 0;
    ::setrlimit(RLIMIT_CORE, &limit);
    // Without /proc no dump can be made at all, which also keeps debuggers of the same user away.
    if (!emptyDumps() && ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0) {
        throw SigningError(ErrorCode::cryptoFailure, "core dumps cannot be kept free of this process's memory");
    }
}

}  // namespace congvu::signing
