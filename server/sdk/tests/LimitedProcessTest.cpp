// SPDX-License-Identifier: Apache-2.0
#include "congvu/process/LimitedProcess.h"

#include "congvu/ids/Id.h"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>
#include <filesystem>

namespace congvu {

namespace {

/// A port of this machine that takes connections as long as it lives.
class ListeningPort {
public:
    ListeningPort() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto* any = reinterpret_cast<sockaddr*>(&address);
        EXPECT_EQ(::bind(socket_, any, size), 0);
        EXPECT_EQ(::listen(socket_, 4), 0);
        EXPECT_EQ(::getsockname(socket_, any, &size), 0);
        number_ = ntohs(address.sin_port);
    }
    ~ListeningPort() { ::close(socket_); }
    ListeningPort(const ListeningPort&) = delete;
    ListeningPort& operator=(const ListeningPort&) = delete;
    [[nodiscard]] std::vector<std::string> caller() const {
        return {"/bin/bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + std::to_string(number_) + " && echo reached"};
    }

private:
    int socket_;
    int number_ = 0;
};

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

TEST(LimitedProcess, GivesAChildTheEnvironmentThatIsNamedAndNoOther) {
    const auto result = process::runLimited({"/usr/bin/env"}, {}, {{"HOME=/nowhere"}, process::Network::reachable});
    EXPECT_EQ(result.output, "HOME=/nowhere\n");
}

TEST(LimitedProcess, KeepsAChildOffTheNetwork) {
    const ListeningPort port;
    ASSERT_EQ(process::runLimited(port.caller(), {}).output, "reached\n");
    const auto result = process::runLimited(port.caller(), {}, {{"LANG=C.UTF-8"}, process::Network::none});
    EXPECT_EQ(result.end, process::ProcessEnd::exited) << "the program itself was started";
    EXPECT_EQ(result.output, "");
    EXPECT_NE(result.exitCode, 0);
}

}  // namespace

}  // namespace congvu
