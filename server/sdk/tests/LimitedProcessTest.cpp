// SPDX-License-Identifier: Apache-2.0
#include "congvu/process/LimitedProcess.h"

#include "congvu/ids/Id.h"

#include <gtest/gtest.h>
#include <filesystem>

namespace congvu {

namespace {

TEST(LimitedProcess, StopsAChildThatRunsTooLong) {
    process::ProcessLimits limits;
    limits.wallTime = std::chrono::milliseconds{200};
    EXPECT_EQ(process::runLimited({"/bin/sleep", "60"}, limits).end, process::ProcessEnd::hitLimit);
}

TEST(LimitedProcess, StopsAChildThatSaysTooMuch) {
    process::ProcessLimits limits;
    limits.output = 100'000;
    const auto result = process::runLimited({"/usr/bin/yes"}, limits);
    EXPECT_EQ(result.end, process::ProcessEnd::hitLimit);
    EXPECT_LE(result.output.size(), 100'001U);
}

TEST(LimitedProcess, LetsAChildWriteNoLargeFileAndUseNoMoreMemoryThanAllowed) {
    process::ProcessLimits limits;
    limits.writtenFile = 1000;
    const auto target = std::filesystem::temp_directory_path() / ("congvu-limited-" + newId());
    EXPECT_NE(process::runLimited({"/bin/dd", "if=/dev/zero", "of=" + target.string(), "bs=4096", "count=4"}, limits).exitCode, 0);
    std::filesystem::remove(target);
    limits.addressSpace = 64U << 20U;
    EXPECT_NE(process::runLimited({"/bin/dd", "if=/dev/zero", "of=/dev/null", "bs=256M", "count=1"}, limits).exitCode, 0);
}

TEST(LimitedProcess, SaysWhenTheProgramIsMissing) {
    EXPECT_EQ(process::runLimited({"/usr/bin/no-such-program"}, {}).end, process::ProcessEnd::notStarted);
}

}  // namespace

}  // namespace congvu
