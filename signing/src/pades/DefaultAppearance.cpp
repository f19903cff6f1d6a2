// SPDX-License-Identifier: Apache-2.0
#include "pades/DefaultAppearance.h"

#include <cmath>
#include <cstdlib>
#include <vector>

namespace congvu::signing::pades {
namespace {

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    std::string word;
    for (const char character : text) {
        if (character == ' ' || character == '\n' || character == '\r' || character == '\t') {
            if (!word.empty()) {
                words.push_back(std::move(word));
            }
            word.clear();
        } else {
            word += character;
        }
    }
    if (!word.empty()) {
        words.push_back(std::move(word));
    }
    return words;
}

bool isNumber(const std::string& word) {
    return !word.empty() && word.size() < 32 && word.find_first_not_of("+-.0123456789") == std::string::npos;
}

std::string colourOperator(const std::vector<std::string>& words, std::size_t position, std::size_t operands) {
    if (position < operands) {
        return {};
    }
    std::string out;
    for (std::size_t index = position - operands; index < position; ++index) {
        if (!isNumber(words[index])) {
            return {};
        }
        out += words[index] + ' ';
    }
    return out + words[position];
}

}  // namespace

DefaultAppearance DefaultAppearance::parse(std::string_view text) {
    DefaultAppearance appearance;
    const auto words = wordsOf(text.substr(0, 1024));
    for (std::size_t index = 0; index < words.size(); ++index) {
        const std::string& word = words[index];
        const std::size_t operands = word == "g" ? 1 : word == "rg" ? 3 : word == "k" ? 4 : 0;
        if (operands > 0) {
            const std::string colour = colourOperator(words, index, operands);
            appearance.colour = colour.empty() ? appearance.colour : colour;
        }
        if (word == "Tf" && index >= 1 && isNumber(words[index - 1])) {
            const double size = std::abs(std::strtod(words[index - 1].c_str(), nullptr));
            appearance.fontSize = size < 1000 ? size : 0;
        }
    }
    return appearance;
}

}  // namespace congvu::signing::pades
