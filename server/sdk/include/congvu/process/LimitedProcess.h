// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace congvu::process {

/// What a child process may use.
struct ProcessLimits {
    std::chrono::seconds cpuTime{2};  ///< a document of thousands of pages needs a tenth of it, a bomb would take it all
    std::chrono::milliseconds wallTime{10'000};
    std::size_t addressSpace = std::size_t{512} << 20U;
    std::size_t writtenFile = 1 << 20U;  ///< bytes of any file it writes
    std::size_t output = 32U << 20U;     ///< bytes read from it; more ends it
};

/// Whether a child may reach other machines.
enum class Network { reachable, none };

/// What a child process finds around it.
struct ProcessSurroundings {
    std::vector<std::string> environment{"LANG=C.UTF-8"};  ///< "NAME=value", nothing else
    Network network = Network::reachable;                  ///< with none, it is not started where the kernel cannot keep it off
};

enum class ProcessEnd { exited, hitLimit, notStarted };

struct ProcessResult {
    ProcessEnd end = ProcessEnd::notStarted;
    int exitCode = -1;
    std::string output;
    std::string errors;  ///< at most 16 kB
};

/// Runs a program with hostile input where it can do no harm: limits on time, memory and files, no inherited descriptors, no environment
/// but the one that is given, no new privileges, and it dies with the server. Blocks until it has ended. `arguments[0]` is the absolute
/// program path.
ProcessResult runLimited(const std::vector<std::string>& arguments, const ProcessLimits& limits,
                         const ProcessSurroundings& surroundings = {});

}  // namespace congvu::process
