// SPDX-License-Identifier: Apache-2.0
#include "agent/TerminalDesk.h"

#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <array>

namespace congvu::signing::tool {
namespace {

void show(const std::string& text) {
    std::string_view rest = text;
    while (!rest.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, rest.data(), rest.size());
        if (written <= 0) {
            return;
        }
        rest.remove_prefix(static_cast<std::size_t>(written));
    }
}

/// Keeps what is typed from being shown; restores the terminal at the end.
class EchoOff {
public:
    EchoOff() : isChanged_(::tcgetattr(STDIN_FILENO, &before_) == 0) {
        termios silent = before_;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        isChanged_ = isChanged_ && ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent) == 0;
    }
    ~EchoOff() {
        if (isChanged_) {
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &before_);
        }
    }
    EchoOff(const EchoOff&) = delete;
    EchoOff& operator=(const EchoOff&) = delete;

private:
    termios before_{};
    bool isChanged_;
};

/// One line that is typed in time; nothing otherwise.
std::optional<SecretText> typedLine() {
    pollfd wanted{STDIN_FILENO, POLLIN, 0};
    const auto patience = std::chrono::duration_cast<std::chrono::milliseconds>(Desk::kPatience).count();
    if (::poll(&wanted, 1, static_cast<int>(patience)) <= 0) {
        return std::nullopt;
    }
    SecretText line(std::size_t{1024});
    const ssize_t size = ::read(STDIN_FILENO, line.data(), line.size());
    if (size <= 0) {
        return std::nullopt;
    }
    const std::string_view typed = line.view().substr(0, static_cast<std::size_t>(size));
    return SecretText(typed.substr(0, typed.find_first_of("\r\n")));
}

}  // namespace

bool TerminalDesk::allows(const SigningAct& act) {
    // What was typed before the question was there is no answer to it.
    ::tcflush(STDIN_FILENO, TCIFLUSH);
    show('\n' + questionOf(act) + '\n' + listOf(act) + "Ký? / Sign? [có/yes – không/no] ");
    const auto answer = typedLine();
    constexpr std::array<std::string_view, 4> kYes{"có", "co", "yes", "y"};
    for (const std::string_view yes : kYes) {
        if (answer && answer->view() == yes) {
            return true;
        }
    }
    return false;
}

std::optional<SecretText> TerminalDesk::pin(const SigningAct& act, bool isLastTry) {
    std::optional<SecretText> typed;
    {
        // Before the question: somebody may answer it at once.
        const EchoOff echoOff;
        show(pinQuestionOf(act, isLastTry) + ' ');
        typed = typedLine();
    }
    show("\n");
    return typed;
}

}  // namespace congvu::signing::tool
