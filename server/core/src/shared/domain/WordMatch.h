// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "congvu/text/Text.h"

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// Does a text contain words that begin as the words asked for? Marks, đ and case do not matter; an empty question matches everything.
class WordMatch {
public:
    explicit WordMatch(std::string_view question) {
        const auto folded = text::fold(question);
        for (std::size_t start = 0; start < folded.size();) {
            auto end = folded.find(' ', start);
            end = end == std::string::npos ? folded.size() : end;
            if (end > start) {
                words_.push_back(folded.substr(start, end - start));
            }
            start = end + 1;
        }
    }

    [[nodiscard]] bool matchesFolded(std::string_view folded) const {
        for (const auto& word : words_) {
            auto at = folded.find(word);
            while (at != std::string_view::npos && at != 0 && folded[at - 1] != ' ') {
                at = folded.find(word, at + 1);
            }
            if (at == std::string_view::npos) {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] bool matches(std::string_view text) const { return words_.empty() || matchesFolded(text::fold(text)); }
    [[nodiscard]] bool isEmpty() const { return words_.empty(); }

private:
    std::vector<std::string> words_;
};

}  // namespace congvu::core
