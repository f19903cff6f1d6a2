// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace congvu::core {

/// What somebody typed, cut into folded words: every word or "quoted phrase" must occur; the last word may be unfinished.
struct SearchQuery {
    struct Part {
        std::vector<std::string> words;  ///< more than one: in this order, next to each other
        bool isBeginning = false;        ///< the last word is the beginning of one
    };
    std::vector<Part> parts;

    /// At most twelve parts count; text without letters and figures gives none.
    static SearchQuery parse(std::string_view typed);
    [[nodiscard]] bool isEmpty() const { return parts.empty(); }
};

/// Words of folded text as the index cuts it: letters, figures and everything beyond ASCII.
std::vector<std::string> wordsOf(std::string_view folded);

/// The part of an original text around the first word that answers the query, at most about thirty words; empty when there is none.
std::string snippetOf(std::string_view text, const SearchQuery& query);

}  // namespace congvu::core
