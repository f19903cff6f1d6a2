// SPDX-License-Identifier: Apache-2.0
#include "congvu/process/LimitedProcess.h"

#include "NetworkBarrier.h"

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
#include <string_view>
#include <utility>

namespace congvu::process {

namespace {

constexpr std::size_t kMaximumErrors = 16 * 1024;
constexpr int kExecFailed = 127;
using SteadyClock = std::chrono::steady_clock;

/// A pipe whose ends are closed at the end.
class Pipe {
public:
    Pipe() {
        if (::pipe2(ends_.data(), O_CLOEXEC) != 0) {
            ends_ = {-1, -1};
        }
    }
    ~Pipe() {
        closeRead();
        closeWrite();
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;
    [[nodiscard]] bool isOpen() const { return ends_[0] >= 0; }
    [[nodiscard]] int readEnd() const { return ends_[0]; }
    [[nodiscard]] int writeEnd() const { return ends_[1]; }
    void closeRead() { closeEnd(ends_[0]); }
    void closeWrite() { closeEnd(ends_[1]); }

private:
    static void closeEnd(int& end) {
        if (end >= 0) {
            ::close(std::exchange(end, -1));
        }
    }
    std::array<int, 2> ends_{-1, -1};
};

void limit(__rlimit_resource resource, rlim_t value) {
    const rlimit both{value, value};
    ::setrlimit(resource, &both);
}

/// What the child becomes, as execve takes it; made before the fork, where memory may still be asked for.
struct Program {
    std::vector<char*> arguments;
    std::vector<char*> environment;
    Network network = Network::reachable;
};

std::vector<char*> pointersTo(const std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    pointers.reserve(texts.size() + 1);
    for (const auto& text : texts) {
        pointers.push_back(const_cast<char*>(text.c_str()));  // execve takes them so and does not write
    }
    pointers.push_back(nullptr);
    return pointers;
}

/// Runs in the child between fork and exec: only async-signal-safe calls, because other threads of the server held locks when it forked.
[[noreturn]] void becomeProgram(const Program& program, const Pipe& output, const Pipe& errors, const ProcessLimits& limits) {
    ::setpgid(0, 0);
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CPU, static_cast<rlim_t>(limits.cpuTime.count()));
    limit(RLIMIT_AS, limits.addressSpace);
    limit(RLIMIT_FSIZE, limits.writtenFile);
    limit(RLIMIT_CORE, 0);
    const int null = ::open("/dev/null", O_RDONLY);
    ::dup2(null, STDIN_FILENO);
    ::dup2(output.writeEnd(), STDOUT_FILENO);
    ::dup2(errors.writeEnd(), STDERR_FILENO);
    ::close_range(STDERR_FILENO + 1, ~0U, 0);
    if (::chdir("/") != 0 || (program.network == Network::none && !raiseNetworkBarrier())) {
        ::_exit(kExecFailed);
    }
    ::execve(program.arguments.front(), program.arguments.data(), program.environment.data());
    ::_exit(kExecFailed);
}

/// Appends what can be read now. False at the end of the stream.
bool readSome(int descriptor, std::string& into, std::size_t maximum) {
    std::array<char, 64 * 1024> buffer;  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by read
    const auto count = ::read(descriptor, buffer.data(), buffer.size());
    if (count < 0) {
        return errno == EINTR || errno == EAGAIN;
    }
    const auto room = maximum - std::min(maximum, into.size());
    into.append(buffer.data(), std::min(static_cast<std::size_t>(count), room));
    return count > 0;
}

/// Reads both streams until the child has closed them. False when a limit was hit.
bool collect(Pipe& output, Pipe& errors, const ProcessLimits& limits, ProcessResult& result) {
    const auto until = SteadyClock::now() + limits.wallTime;
    std::array<pollfd, 2> watched{{{output.readEnd(), POLLIN, 0}, {errors.readEnd(), POLLIN, 0}}};
    while (watched[0].fd >= 0 || watched[1].fd >= 0) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - SteadyClock::now()).count();
        if (left <= 0) {
            return false;
        }
        ::poll(watched.data(), watched.size(), static_cast<int>(left));
        if (watched[0].fd >= 0 && watched[0].revents != 0 && !readSome(watched[0].fd, result.output, limits.output + 1)) {
            watched[0].fd = -1;
        }
        if (watched[1].fd >= 0 && watched[1].revents != 0 && !readSome(watched[1].fd, result.errors, kMaximumErrors)) {
            watched[1].fd = -1;
        }
        if (result.output.size() > limits.output) {
            return false;
        }
    }
    return true;
}

}  // namespace

ProcessResult runLimited(const std::vector<std::string>& arguments, const ProcessLimits& limits, const ProcessSurroundings& surroundings) {
    ProcessResult result;
    Pipe output;
    Pipe errors;
    const Program program{pointersTo(arguments), pointersTo(surroundings.environment), surroundings.network};
    const pid_t child = output.isOpen() && errors.isOpen() ? ::fork() : -1;
    if (child < 0) {
        return result;
    }
    if (child == 0) {
        becomeProgram(program, output, errors, limits);
    }
    output.closeWrite();
    errors.closeWrite();
    const bool isWithinLimits = collect(output, errors, limits, result);
    if (!isWithinLimits) {
        ::kill(-child, SIGKILL);
    }
    int status = 0;
    while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    result.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    result.end = isWithinLimits && WIFEXITED(status) ? ProcessEnd::exited : ProcessEnd::hitLimit;
    if (result.exitCode == kExecFailed && result.output.empty()) {
        result.end = ProcessEnd::notStarted;
    }
    return result;
}

}  // namespace congvu::process
