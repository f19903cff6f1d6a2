// SPDX-License-Identifier: Apache-2.0
#include "NetworkBarrier.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>

namespace congvu::process {

namespace {

#if defined(__x86_64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t kArchitecture = 0;  // no system call passes: better no conversion than one with a network
#endif

/// Numbers from here on are those of the x32 ABI, which would go past a comparison of numbers.
constexpr std::uint32_t kOtherAbi = 0x40000000;

constexpr std::uint16_t kLoad = BPF_LD | BPF_W | BPF_ABS;
constexpr std::uint16_t kReturn = BPF_RET | BPF_K;
constexpr std::uint16_t kIfEqual = BPF_JMP | BPF_JEQ | BPF_K;
constexpr std::uint16_t kIfAtLeast = BPF_JMP | BPF_JGE | BPF_K;

constexpr sock_filter load(std::size_t offset) {
    return {kLoad, 0, 0, static_cast<std::uint32_t>(offset)};
}

constexpr sock_filter answer(std::uint32_t action) {
    return {kReturn, 0, 0, action};
}

/// Skips so many instructions when the loaded value fits, and so many when it does not.
constexpr sock_filter jump(std::uint16_t test, std::uint32_t value, std::uint8_t whenTrue, std::uint8_t whenFalse) {
    return {test, whenTrue, whenFalse, value};
}

/// io_uring can open sockets by itself, so there is none either.
constexpr std::array<sock_filter, 12> kLocalSocketsOnly{{
    load(offsetof(seccomp_data, arch)),
    jump(kIfEqual, kArchitecture, 1, 0),
    answer(SECCOMP_RET_KILL_PROCESS),
    load(offsetof(seccomp_data, nr)),
    jump(kIfAtLeast, kOtherAbi, 5, 0),
    jump(kIfEqual, __NR_io_uring_setup, 5, 0),
    jump(kIfEqual, __NR_socket, 0, 2),
    load(offsetof(seccomp_data, args)),
    jump(kIfEqual, AF_UNIX, 0, 2),
    answer(SECCOMP_RET_ALLOW),
    answer(SECCOMP_RET_KILL_PROCESS),
    answer(SECCOMP_RET_ERRNO | EACCES),
}};

}  // namespace

bool raiseNetworkBarrier() {
    auto instructions = kLocalSocketsOnly;
    const sock_fprog program{static_cast<unsigned short>(instructions.size()), instructions.data()};
    return ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

}  // namespace congvu::process
