// SPDX-License-Identifier: Apache-2.0
#include "search/domain/SearchQuery.h"

#include "congvu/text/Text.h"

#include <algorithm>

namespace congvu::core {

namespace {

constexpr std::size_t kMostParts = 12;
constexpr std::size_t kShortestBeginning = 2;  // the prefix indexes hold two and three letters

bool isWordByte(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

void addWords(SearchQuery& query, std::string_view typed) {
    for (auto& word : wordsOf(text::fold(typed))) {
        query.parts.push_back({{std::move(word)}, false});
    }
}

std::vector<std::string_view> splitAtBlanks(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t start = 0; start < text.size();) {
        const auto end = std::min(text.find_first_of(" \n\t", start), text.size());
        if (end > start) {
            words.push_back(text.substr(start, end - start));
        }
        start = end + 1;
    }
    return words;
}

bool answers(std::string_view word, const SearchQuery& query) {
    const auto pieces = wordsOf(text::fold(word));
    return std::any_of(query.parts.begin(), query.parts.end(), [&](const SearchQuery::Part& part) {
        const auto& wanted = part.words.front();
        return std::any_of(pieces.begin(), pieces.end(),
                           [&](const std::string& piece) { return part.isBeginning ? piece.starts_with(wanted) : piece == wanted; });
    });
}

}  // namespace

std::vector<std::string> wordsOf(std::string_view folded) {
    std::vector<std::string> words;
    std::string word;
    for (const char c : folded) {
        if (isWordByte(c)) {
            word.push_back(c);
        } else if (!word.empty()) {
            words.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

SearchQuery SearchQuery::parse(std::string_view typed) {
    SearchQuery query;
    while (!typed.empty()) {
        const auto open = typed.find('"');
        addWords(query, typed.substr(0, open));
        if (open == std::string_view::npos) {
            break;
        }
        typed.remove_prefix(open + 1);
        const auto close = std::min(typed.find('"'), typed.size());
        if (auto words = wordsOf(text::fold(typed.substr(0, close))); !words.empty()) {
            query.parts.push_back({std::move(words), false});
        }
        typed.remove_prefix(std::min(close + 1, typed.size()));
        if (typed.empty()) {
            query.parts.resize(std::min(query.parts.size(), kMostParts));
            return query;  // it ends with a phrase: nothing is unfinished
        }
    }
    query.parts.resize(std::min(query.parts.size(), kMostParts));
    if (!query.parts.empty() && query.parts.back().words.size() == 1) {
        query.parts.back().isBeginning = query.parts.back().words.back().size() >= kShortestBeginning;
    }
    return query;
}

std::string snippetOf(std::string_view text, const SearchQuery& query) {
    constexpr std::ptrdiff_t kWordsBefore = 8;
    constexpr std::ptrdiff_t kWordsAfter = 22;
    const auto words = splitAtBlanks(text);
    const auto hit = std::find_if(words.begin(), words.end(), [&](std::string_view word) { return answers(word, query); });
    if (hit == words.end()) {
        return {};
    }
    const auto first = hit - std::min(kWordsBefore, hit - words.begin());
    const auto last = hit + std::min(kWordsAfter, words.end() - hit);
    std::string snippet = first == words.begin() ? "" : "…";
    for (auto word = first; word != last; ++word) {
        snippet.append(word == first ? "" : " ").append(*word);
    }
    return snippet + (last == words.end() ? "" : "…");
}

}  // namespace congvu::core
