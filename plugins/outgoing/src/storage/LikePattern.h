// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

namespace congvu::outgoing {

/// What LIKE looks for: the words anywhere, their own wildcards taken literally (ESCAPE '~'). Empty for no words.
inline std::string likePattern(const std::string& words) {
    if (words.empty()) {
        return {};
    }
    std::string pattern = "%";
    for (const char letter : words) {
        if (letter == '%' || letter == '_' || letter == '~') {
            pattern += '~';
        }
        pattern += letter;
    }
    return pattern + '%';
}

}  // namespace congvu::outgoing
