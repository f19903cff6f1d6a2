// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/Host.h"
#include "app/LineLog.h"
#include "app/SystemClock.h"

#include <unistd.h>

namespace congvu::host {

/// A host for one command of the command line: everything but the open door. Its log goes to the standard error.
struct CommandRun {
    explicit CommandRun(const HostOptions& options) : clock(options.clockOffset), log(STDERR_FILENO, clock), host(options, clock, log) {}

    SystemClock clock;
    LineLog log;
    Host host;
};

}  // namespace congvu::host
