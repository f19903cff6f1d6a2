// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/LookAlikes.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>
#include <utility>

namespace congvu::incoming {

std::optional<RecognisedDigit> digitLike(char c) {
    if (c >= '0' && c <= '9') {
        return RecognisedDigit{c, false};
    }
    static constexpr std::array<std::pair<char, char>, 15> kLetters{{{'O', '0'},
                                                                     {'o', '0'},
                                                                     {'Q', '0'},
                                                                     {'D', '0'},
                                                                     {'I', '1'},
                                                                     {'l', '1'},
                                                                     {'i', '1'},
                                                                     {'!', '1'},
                                                                     {'Z', '2'},
                                                                     {'z', '2'},
                                                                     {'S', '5'},
                                                                     {'s', '5'},
                                                                     {'B', '8'},
                                                                     {'g', '9'},
                                                                     {'q', '9'}}};
    const auto* const found = std::find_if(kLetters.begin(), kLetters.end(), [c](const auto& pair) { return pair.first == c; });
    return found == kLetters.end() ? std::nullopt : std::optional{RecognisedDigit{found->second, true}};
}

bool isNearly(std::string_view text, std::string_view wanted) {
    if (text.size() != wanted.size()) {
        return false;
    }
    return std::transform_reduce(text.begin(), text.end(), wanted.begin(), 0, std::plus<>{}, std::not_equal_to<>{}) <= 1;
}

}  // namespace congvu::incoming
