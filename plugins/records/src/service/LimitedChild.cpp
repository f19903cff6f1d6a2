// SPDX-License-Identifier: Apache-2.0
#include "service/LimitedChild.h"

#include <fcntl.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>

namespace congvu::records {

namespace {

constexpr int kCannotStart = 126;

void limitResource(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
}

/// In the child, after fork: only calls that are safe there.
[[noreturn]] void becomeChild(char* const* arguments, int output, const ChildLimits& limits) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limitResource(RLIMIT_CPU, static_cast<rlim_t>(limits.cpuTime.count()));
    limitResource(RLIMIT_AS, limits.addressSpace);
    limitResource(RLIMIT_FSIZE, limits.writtenFile);
    limitResource(RLIMIT_CORE, 0);
    const int null = ::open("/dev/null", O_RDWR);
    ::dup2(null, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(null, STDERR_FILENO);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    std::array<char, 13> language{"LANG=C.UTF-8"};
    std::array<char*, 2> environment{language.data(), nullptr};
    ::execve(arguments[0], arguments, environment.data());
    ::_exit(kCannotStart);
}

/// Reads until the child has closed its output. False when a limit was hit.
bool readAll(int descriptor, const ChildLimits& limits, std::string& into) {
    const auto until = std::chrono::steady_clock::now() + limits.wallTime;
    std::array<char, 64 * 1024> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now()).count();
        if (left <= 0) {
            return false;
        }
        pollfd watched{descriptor, POLLIN, 0};
        if (::poll(&watched, 1, static_cast<int>(left)) <= 0) {
            continue;
        }
        const auto count = ::read(descriptor, buffer.data(), buffer.size());
        if (count == 0) {
            return true;
        }
        if (count > 0) {
            into.append(buffer.data(), static_cast<std::size_t>(count));
        } else if (errno != EINTR && errno != EAGAIN) {
            return false;
        }
        if (into.size() > limits.output) {
            return false;
        }
    }
}

}  // namespace

ChildResult runChild(const std::vector<std::string>& arguments, const ChildLimits& limits) {
    ChildResult result;
    std::vector<char*> pointers;
    for (const auto& argument : arguments) {
        pointers.push_back(const_cast<char*>(argument.c_str()));  // execve takes them so and does not write
    }
    pointers.push_back(nullptr);
    std::array<int, 2> pipe{-1, -1};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) {
        return result;
    }
    const pid_t child = ::fork();
    if (child == 0) {
        becomeChild(pointers.data(), pipe[1], limits);
    }
    ::close(pipe[1]);
    if (child > 0) {
        result.isWithinLimits = readAll(pipe[0], limits, result.output);
        if (!result.isWithinLimits) {
            ::kill(-child, SIGKILL);
        }
        int status = 0;
        while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
        result.isWithinLimits = result.isWithinLimits && WIFEXITED(status);
        result.isStarted = result.exitCode != kCannotStart;
    }
    ::close(pipe[0]);
    return result;
}

}  // namespace congvu::records
