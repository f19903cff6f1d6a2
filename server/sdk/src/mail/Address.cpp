// SPDX-License-Identifier: Apache-2.0
#include "congvu/mail/Address.h"

#include <algorithm>

namespace congvu::mail {

namespace {

constexpr std::size_t kLongestAddress = 254;  // RFC 5321, section 4.5.3.1.3: a path is 256 with its brackets
constexpr std::size_t kLongestLocalPart = 64;
constexpr std::size_t kLongestLabel = 63;
constexpr std::string_view kLocalMarks = "!#$%&'*+-/=?^_`{|}~";

bool isLetterOrDigit(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9');
}

bool isLocalWord(std::string_view word) {
    const auto isAllowed = [](char letter) { return isLetterOrDigit(letter) || kLocalMarks.find(letter) != std::string_view::npos; };
    return !word.empty() && std::ranges::all_of(word, isAllowed);
}

bool isLabel(std::string_view label) {
    const auto isAllowed = [](char letter) { return isLetterOrDigit(letter) || letter == '-'; };
    return !label.empty() && label.size() <= kLongestLabel && label.front() != '-' && label.back() != '-' &&
           std::ranges::all_of(label, isAllowed);
}

/// True when every part between dots passes the test.
template <class Test>
bool areDotted(std::string_view text, Test test) {
    for (auto dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.')) {
        if (!test(text.substr(0, dot))) {
            return false;
        }
        text.remove_prefix(dot + 1);
    }
    return test(text);
}

}  // namespace

bool isAddress(std::string_view text) {
    const auto at = text.find('@');
    if (at > kLongestLocalPart || text.size() > kLongestAddress) {  // npos is longer, too
        return false;
    }
    return areDotted(text.substr(0, at), isLocalWord) && areDotted(text.substr(at + 1), isLabel);
}

}  // namespace congvu::mail
