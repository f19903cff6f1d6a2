// SPDX-License-Identifier: Apache-2.0
#include "agent/DialogDesk.h"

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdlib>

namespace congvu::signing::tool {
namespace {

constexpr const char* kTitle = "Ký số / Sign";

/// A pipe whose ends are closed at the end.
struct Pipe {
    std::array<int, 2> ends{-1, -1};

    Pipe() {
        if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
            ends = {-1, -1};
        }
    }
    ~Pipe() {
        close(0);
        close(1);
    }
    Pipe(const Pipe&) = delete;
    Pipe& operator=(const Pipe&) = delete;

    void close(std::size_t end) {
        if (ends[end] >= 0) {
            ::close(ends[end]);
        }
        ends[end] = -1;
    }
};

/// What a dialog printed, when it ended with status 0.
struct DialogAnswer {
    bool isYes = false;
    SecretText text;
};

pid_t startDialog(const std::string& program, std::vector<std::string> arguments, Pipe& input, Pipe& output) {
    std::vector<char*> pointers{const_cast<char*>(program.c_str())};
    std::transform(arguments.begin(), arguments.end(), std::back_inserter(pointers), [](std::string& text) { return text.data(); });
    pointers.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, input.ends[0], STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, output.ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    // The agent waits for its signals with all of them blocked; the dialog must be able to end by them.
    posix_spawnattr_t attributes;
    sigset_t none;
    ::sigemptyset(&none);
    ::posix_spawnattr_init(&attributes);
    ::posix_spawnattr_setsigmask(&attributes, &none);
    ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
    pid_t child = -1;
    const int failure = ::posix_spawn(&child, program.c_str(), &actions, &attributes, pointers.data(), environ);
    ::posix_spawnattr_destroy(&attributes);
    ::posix_spawn_file_actions_destroy(&actions);
    return failure == 0 ? child : -1;
}

/// Writes the list while the dialog takes it, and reads what it prints until it ends; false when the person took too long.
bool converse(Pipe& input, std::string_view list, int from, SecretText& text, std::size_t& size) {
    const auto deadline = std::chrono::steady_clock::now() + Desk::kPatience;
    for (;;) {
        if (list.empty()) {
            input.close(1);
        }
        const auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now()).count();
        std::array<pollfd, 2> wanted{pollfd{from, POLLIN, 0}, pollfd{input.ends[1], POLLOUT, 0}};
        if (left <= 0 || ::poll(wanted.data(), wanted.size(), static_cast<int>(left)) <= 0) {
            return false;
        }
        if (wanted[1].revents != 0) {
            const ssize_t written = ::write(input.ends[1], list.data(), std::min(list.size(), std::size_t{4096}));
            list.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : list.size());
        }
        if (wanted[0].revents != 0) {
            const ssize_t got = size < text.size() ? ::read(from, text.data() + size, text.size() - size) : 0;
            if (got <= 0) {
                return got == 0;
            }
            size += static_cast<std::size_t>(got);
        }
    }
}

DialogAnswer ask(const std::string& program, std::vector<std::string> arguments, std::string_view list) {
    Pipe input;
    Pipe output;
    const pid_t child = startDialog(program, std::move(arguments), input, output);
    if (child < 0) {
        return {};
    }
    input.close(0);
    output.close(1);
    SecretText text(std::size_t{1024});
    std::size_t size = 0;
    if (!converse(input, list, output.ends[0], text, size)) {
        ::kill(child, SIGTERM);
    }
    int state = 0;
    ::waitpid(child, &state, 0);
    const std::string_view printed = text.view().substr(0, size);
    return {WIFEXITED(state) && WEXITSTATUS(state) == 0, SecretText(printed.substr(0, printed.find_first_of("\r\n")))};
}

std::string pathOf(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::string_view rest = path == nullptr ? "" : path;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        std::string candidate = std::string(rest.substr(0, end)) + '/' + program;
        if (candidate.front() == '/' && ::access(candidate.c_str(), X_OK) == 0) {
            return candidate;
        }
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return {};
}

/// Qt takes text with tags for markup.
std::string plainForQt(std::string text) {
    for (std::size_t at = text.find('<'); at != std::string::npos; at = text.find('<', at + 3)) {
        text.replace(at, 1, "‹");
    }
    return text;
}

}  // namespace

std::unique_ptr<Desk> DialogDesk::installed() {
    for (const char* program : {"zenity", "kdialog"}) {
        if (const std::string path = pathOf(program); !path.empty()) {
            return std::make_unique<DialogDesk>(path, std::string_view(program) == "zenity");
        }
    }
    return nullptr;
}

bool DialogDesk::allows(const SigningAct& act) {
    if (isZenity_) {
        return ask(program_,
                   {"--text-info", "--title", kTitle, "--width", "640", "--height", "480", "--ok-label", "Ký / Sign", "--cancel-label",
                    "Không / No"},
                   questionOf(act) + "\n\n" + listOf(act))
            .isYes;
    }
    // kdialog's window grows with its text, so a long list is asked for in parts, all of which must be allowed.
    constexpr std::size_t kMostLines = 30;
    std::string_view list;
    const std::string whole = listOf(act);
    for (std::string_view rest = whole; !rest.empty(); rest.remove_prefix(list.size())) {
        std::size_t end = 0;
        for (std::size_t line = 0; line < kMostLines && end < rest.size(); ++line) {
            end = rest.find('\n', end) + 1;
        }
        list = rest.substr(0, end);
        const std::string text = questionOf(act) + "\n\n" + std::string(list);
        if (!ask(program_, {"--title", kTitle, "--warningyesno", plainForQt(text)}, {}).isYes) {
            return false;
        }
    }
    return true;
}

std::optional<SecretText> DialogDesk::pin(const SigningAct& act, bool isLastTry) {
    const std::string text = pinQuestionOf(act, isLastTry);
    DialogAnswer answer = isZenity_ ? ask(program_, {"--entry", "--hide-text", "--title", kTitle, "--text", text}, {})
                                    : ask(program_, {"--title", kTitle, "--password", plainForQt(text)}, {});
    return answer.isYes ? std::optional(std::move(answer.text)) : std::nullopt;
}

}  // namespace congvu::signing::tool
