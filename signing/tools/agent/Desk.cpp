// SPDX-License-Identifier: Apache-2.0
#include "agent/Desk.h"

#include <unistd.h>

#include <algorithm>

#include "agent/DialogDesk.h"
#include "agent/TerminalDesk.h"
#include "pdf/Unicode.h"

namespace congvu::signing::tool {
namespace {

/// Control characters, and those that turn or hide the text after them (Unicode Standard Annex 9).
bool isDeceptive(char32_t letter) {
    return letter < 0x20 || (letter >= 0x7F && letter < 0xA0) || letter == 0xAD || (letter >= 0x200B && letter <= 0x200F) ||
           (letter >= 0x2028 && letter <= 0x202E) || (letter >= 0x2060 && letter <= 0x206F) || letter == 0xFEFF;
}

}  // namespace

std::string shownTitle(std::string_view title) {
    constexpr std::size_t kLongest = 150;
    std::string out;
    std::size_t size = 0;
    for (const char32_t letter : pdf::codePointsOf(title)) {
        if (++size > kLongest) {
            return out + "…";
        }
        pdf::appendUtf8(out, isDeceptive(letter) ? U' ' : letter);
    }
    return out;
}

std::string questionOf(const SigningAct& act) {
    const std::string count = std::to_string(act.titles.size());
    return "Trang " + act.origin + " xin ký " + count + " văn bản bằng chứng thư số của " + shownTitle(act.signer) + " (" +
           shownTitle(act.issuer) + ", thiết bị " + shownTitle(act.token) + ").\n" + act.origin + " asks to sign " + count +
           (act.titles.size() == 1 ? " document" : " documents") + " with the certificate of " + shownTitle(act.signer) + ".";
}

std::string pinQuestionOf(const SigningAct& act, bool isLastTry) {
    return "Mã PIN của thiết bị " + shownTitle(act.token) +
           " / PIN of this token:" + (isLastTry ? "\nLần thử cuối trước khi thiết bị bị khóa! / Last try before the token locks!" : "");
}

std::string listOf(const SigningAct& act) {
    std::string out;
    for (std::size_t index = 0; index < act.titles.size(); ++index) {
        out += std::to_string(index + 1) + ". " + shownTitle(act.titles[index]) + '\n';
    }
    return out;
}

std::unique_ptr<Desk> deskAtHand() {
    if (::isatty(STDIN_FILENO) == 1 && ::isatty(STDOUT_FILENO) == 1) {
        return std::make_unique<TerminalDesk>();
    }
    return DialogDesk::installed();
}

}  // namespace congvu::signing::tool
