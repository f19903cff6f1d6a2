// SPDX-License-Identifier: Apache-2.0
// The agent as a program of its own, with the questions that it really asks: in a window and on a terminal.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <future>

#include "congvu/signing/Base64.h"
#include "crypto/OpenSsl.h"
#include "support/RawHttp.h"
#include "support/TestPki.h"
#include "support/TestToken.h"

namespace congvu::signing::testing {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr const char* kPageOrigin = "https://office.example";

/// The agent on a terminal of its own, or without one. It is ended with the object.
class AgentProgram {
public:
    AgentProgram(bool hasTerminal, const std::string& path) {
        std::array<int, 2> pipe{-1, -1};
        if (!hasTerminal && ::pipe(pipe.data()) != 0) {
            throw std::runtime_error("pipe failed");
        }
        process_ = hasTerminal ? ::forkpty(&output_, nullptr, nullptr, nullptr) : ::fork();
        if (process_ == 0) {
            if (!hasTerminal) {
                ::dup2(pipe[1], STDOUT_FILENO);
                ::dup2(pipe[1], STDERR_FILENO);
                ::close(STDIN_FILENO);
            }
            ::setenv("PATH", path.c_str(), 1);
            ::execl(CONGVU_SIGN_TOOL, CONGVU_SIGN_TOOL, "agent", "--origin", kPageOrigin, "--module", kSoftHsm, "--port", "0", nullptr);
            ::_exit(127);
        }
        if (!hasTerminal) {
            ::close(pipe[1]);
            output_ = pipe[0];
        }
    }
    ~AgentProgram() {
        if (process_ > 0) {
            ::kill(process_, SIGTERM);
            EXPECT_EQ(waitForEnd(), 0);
        }
        ::close(output_);
    }
    AgentProgram(const AgentProgram&) = delete;
    AgentProgram& operator=(const AgentProgram&) = delete;

    /// Everything that was printed, once `text` is in it or ten seconds are over.
    const std::string& waitFor(const std::string& text) {
        const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds(10);
        while (printed_.find(text) == std::string::npos && std::chrono::steady_clock::now() < deadline) {
            pollfd wanted{output_, POLLIN, 0};
            char part[1024];
            const ssize_t got = ::poll(&wanted, 1, 100) > 0 ? ::read(output_, part, sizeof part) : 0;
            if (got < 0 || (got == 0 && (wanted.revents & POLLHUP) != 0)) {
                break;
            }
            printed_.append(part, static_cast<std::size_t>(got));
        }
        return printed_;
    }
    void type(const std::string& text) const { EXPECT_EQ(::write(output_, text.data(), text.size()), static_cast<ssize_t>(text.size())); }
    int port() {
        const std::string start = "http://127.0.0.1:";
        const std::string& text = waitFor("\n");
        const std::size_t at = text.find(start);
        return at == std::string::npos ? 0 : std::atoi(text.c_str() + at + start.size());
    }
    int waitForEnd() {
        int state = 0;
        ::waitpid(process_, &state, 0);
        process_ = -1;
        return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
    }

private:
    pid_t process_ = -1;
    int output_ = -1;
    std::string printed_;
};

RawAnswer askAgent(int port, const std::string& path, const std::string& body) {
    return exchangeRaw(port,
                       {"POST",
                        path,
                        {{"Host", "127.0.0.1:" + std::to_string(port)}, {"Origin", kPageOrigin}, {"Content-Type", "application/json"}},
                        body});
}

/// Asks for a signature over one digest.
RawAnswer askForSignature(int port, const std::string& title) {
    const std::string answer = askAgent(port, "/v1/challenges", "").body;
    const std::string name = "\"challenge\":\"";
    const std::string challenge = answer.substr(answer.find(name) + name.size(), 64);
    return askAgent(port, "/v1/signatures",
                    R"({"challenge":")" + challenge + R"(","certificate":")" + TestPki::instance().chairKey().certificate.fingerprint() +
                        R"(","documents":[{"title":")" + title + R"(","digest":")" + toBase64(crypto::digest("SHA256", viewOf("x"))) +
                        "\"}]}");
}

class AgentByItself : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        tokens_ = std::make_unique<TestTokens>();
        tokens_->addToken("person");
        tokens_->importKey("person", "chair", "01", TestPki::instance().chairKey());
        tokens_->writeCertificate("person", "chair", {1}, TestPki::instance().chairKey().certificate);
    }
    static void TearDownTestSuite() { tokens_.reset(); }

    /// A program in the place of zenity or kdialog, which keeps what it is asked and answers as told.
    void installDialog(const std::string& name, int status, const std::string& pin) {
        const std::string base = folder_.path().string();
        const std::string script = folder_.write("bin/" + name, viewOf("#!/bin/sh\n/usr/bin/printf '%s\\n' \"$@\" >> " + base +
                                                                       "/asked\ncase \"$*\" in\n"
                                                                       "*--hide-text*|*--password*) echo '" +
                                                                       pin +
                                                                       "';;\n"
                                                                       "*--text-info*) /bin/cat >> " +
                                                                       base + "/asked;;\nesac\nexit " + std::to_string(status) + "\n"));
        std::filesystem::permissions(script, std::filesystem::perms::owner_all);
    }
    std::string asked() const {
        const Bytes bytes = readBytes((folder_.path() / "asked").string());
        return std::string(textOf(bytes));
    }
    std::string path() const { return (folder_.path() / "bin").string(); }

    TemporaryFolder folder_;

private:
    static inline std::unique_ptr<TestTokens> tokens_;
};

TEST_F(AgentByItself, AsksInAWindowOfZenityOrKdialog) {
    for (const char* program : {"kdialog", "zenity"}) {
        installDialog(program, 0, TestTokens::kPin);
        AgentProgram agent(false, path());
        const RawAnswer answer = askForSignature(agent.port(), "Quyết định <b>12</b>");
        EXPECT_EQ(answer.status, 200) << answer.body;
        EXPECT_THAT(answer.body, HasSubstr("\"signature\":"));
        EXPECT_THAT(asked(),
                    AllOf(HasSubstr("Quyết định"), HasSubstr(kPageOrigin), HasSubstr("Nguyễn Văn Mẫu"), Not(HasSubstr(TestTokens::kPin))));
        std::filesystem::remove(folder_.path() / "asked");
    }
}

TEST_F(AgentByItself, TakesAClosedWindowForANo) {
    installDialog("zenity", 1, TestTokens::kPin);
    AgentProgram agent(false, path());
    const RawAnswer answer = askForSignature(agent.port(), "Quyết định 12");
    EXPECT_EQ(answer.status, 403);
    EXPECT_THAT(answer.body, HasSubstr("refusedByPerson"));
    EXPECT_THAT(asked(), Not(HasSubstr("--hide-text")));
}

TEST_F(AgentByItself, DoesNotStartWhereNobodyCanBeAsked) {
    const auto result = runCommand("PATH=/nonexistent " + std::string(CONGVU_SIGN_TOOL) + " agent --origin " + kPageOrigin + " --module " +
                                   kSoftHsm + " --port 0 < /dev/null");
    EXPECT_EQ(result.status, 64);
    EXPECT_THAT(result.output, HasSubstr("zenity"));
}

TEST_F(AgentByItself, AsksOnItsTerminalAndDoesNotShowThePin) {
    AgentProgram agent(true, "/usr/bin:/bin");
    const int port = agent.port();
    auto answer = std::async(std::launch::async, [port] { return askForSignature(port, "Quyết định 12"); });
    EXPECT_THAT(agent.waitFor("Sign?"), AllOf(HasSubstr("1. Quyết định 12"), HasSubstr(kPageOrigin)));
    agent.type("yes\n");
    agent.waitFor("PIN of this token:");
    agent.type(std::string(TestTokens::kPin) + "\n");
    EXPECT_EQ(answer.get().status, 200);
    EXPECT_THAT(agent.waitFor("PIN of this token: \r\n"), Not(HasSubstr(TestTokens::kPin)));
}

TEST_F(AgentByItself, TakesAnythingButYesOnItsTerminalForANo) {
    AgentProgram agent(true, "/usr/bin:/bin");
    const int port = agent.port();
    auto answer = std::async(std::launch::async, [port] { return askForSignature(port, "Quyết định 12"); });
    agent.waitFor("Sign?");
    agent.type("\n");
    EXPECT_EQ(answer.get().status, 403);
}

}  // namespace
}  // namespace congvu::signing::testing
