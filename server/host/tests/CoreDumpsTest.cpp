// SPDX-License-Identifier: Apache-2.0
#include "app/CoreDumps.h"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <fstream>
#include <string>

namespace congvu::host {

namespace {

TEST(CoreDumps, HoldNoMemoryOfAProcessThatAskedForIt) {
    const auto child = ::fork();
    if (child == 0) {
        keepMemoryOutOfCoreDumps();
        rlimit limit{1, 1};
        ::getrlimit(RLIMIT_CORE, &limit);
        std::ifstream filter{"/proc/self/coredump_filter"};
        std::string mask;
        filter >> mask;
        const bool isEmpty = !mask.empty() && mask.find_first_not_of('0') == std::string::npos;
        ::_exit(isEmpty && limit.rlim_cur == 0 ? 0 : 1);
    }
    int state = 0;
    ::waitpid(child, &state, 0);
    EXPECT_TRUE(WIFEXITED(state));
    EXPECT_EQ(WEXITSTATUS(state), 0);
}

}  // namespace

}  // namespace congvu::host
