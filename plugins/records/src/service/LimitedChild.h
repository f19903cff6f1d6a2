// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace congvu::records {

/// What a child process may use.
struct ChildLimits {
    std::chrono::seconds cpuTime{60};
    std::chrono::milliseconds wallTime{90'000};
    std::size_t addressSpace = std::size_t{2} << 30U;
    std::size_t writtenFile = std::size_t{1} << 30U;  ///< bytes of any file it writes
    std::size_t output = std::size_t{64} << 20U;      ///< bytes read from it; more ends it
};

struct ChildResult {
    bool isStarted = false;
    bool isWithinLimits = false;
    int exitCode = -1;
    std::string output;
};

/// Runs a program with hostile input where it can do no harm: limits on time, memory and files, no inherited descriptors, an empty
/// environment, no new privileges, and it dies with the server. Blocks until it has ended. `arguments[0]` is the absolute program path.
ChildResult runChild(const std::vector<std::string>& arguments, const ChildLimits& limits);

}  // namespace congvu::records
