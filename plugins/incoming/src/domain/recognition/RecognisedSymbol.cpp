// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/RecognisedSymbol.h"

#include "domain/DocumentType.h"
#include "domain/proposal/VietnameseCase.h"
#include "domain/recognition/LookAlikes.h"

#include "congvu/text/Text.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

namespace congvu::incoming {

namespace {

constexpr std::string_view kGroupSeparators = "-/.&";

/// Groups that symbols are made of, with their letters as they are written; those of DocumentType come to them.
const std::vector<std::string>& knownGroups() {
    static const std::vector<std::string> groups = [] {
        std::vector<std::string> all{"UBND", "HĐND", "TTg", "CP", "VPCP", "TW", "TU", "HU", "ĐU", "CV", "QĐi"};
        for (const auto& type : documentTypes()) {
            if (!type.abbreviation.empty()) {
                all.emplace_back(type.abbreviation);
            }
        }
        return all;
    }();
    return groups;
}

/// One character of UTF-8 after the other.
std::vector<std::string> charactersOf(std::string_view text) {
    std::vector<std::string> all;
    for (const char c : text) {
        if ((static_cast<unsigned char>(c) & 0xC0U) != 0x80U || all.empty()) {
            all.emplace_back();
        }
        all.back() += c;
    }
    return all;
}

/// Dashes, strokes and the Icelandic Ð as what they stand for; nothing is lost by it.
std::string withPlainSigns(std::string_view text) {
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 12> kSigns{{{"–", "-"},
                                                                                           {"—", "-"},
                                                                                           {"‐", "-"},
                                                                                           {"‑", "-"},
                                                                                           {"_", "-"},
                                                                                           {"~", "-"},
                                                                                           {"=", "-"},
                                                                                           {"|", "/"},
                                                                                           {"\\", "/"},
                                                                                           {"⁄", "/"},
                                                                                           {"Ð", "Đ"},
                                                                                           {"ð", "đ"}}};
    std::string plain;
    for (const auto& character : charactersOf(text)) {
        const auto* const found = std::find_if(kSigns.begin(), kSigns.end(), [&](const auto& sign) { return sign.first == character; });
        plain += found == kSigns.end() ? character : std::string{found->second};
    }
    return plain;
}

/// Without the dots and strokes that dust and the rule below the issuer leave at the ends. A separator at the end stays: the symbol goes
/// on.
std::string withoutDust(const std::string& text) {
    constexpr std::string_view kFront = " .,;:'\"*-/`";
    constexpr std::string_view kBack = " .,;:'\"*`";
    const auto first = text.find_first_not_of(kFront);
    const auto last = text.find_last_not_of(kBack);
    return first == std::string::npos || last == std::string::npos || last < first ? std::string{} : text.substr(first, last - first + 1);
}

/// A letter without its marks, except đ; other characters as they are.
std::string withoutMarks(const std::string& character) {
    if (character.size() == 1 || character == "Đ" || character == "đ") {
        return character;
    }
    const auto folded = text::fold(character);
    return isAllCapitals(character) ? toUpperVietnamese(folded) : folded;
}

/// The group as it is usually written, if it is a known one: without marks and case they are equal.
std::string asKnownGroup(const std::string& group) {
    const auto& groups = knownGroups();
    if (std::find(groups.begin(), groups.end(), group) != groups.end()) {
        return group;
    }
    const auto folded = text::fold(group);
    std::string found;
    for (const auto& known : groups) {
        if (text::fold(known) == folded) {
            if (!found.empty()) {
                return group;  // DA and ĐA: nobody knows which
            }
            found = known;
        }
    }
    return found.empty() ? group : found;
}

/// The capital that a digit in front of letters was: no group begins with a digit and goes on with letters ("5NV").
char letterLike(char digit) {
    static constexpr std::array<std::pair<char, char>, 5> kLetters{{{'0', 'O'}, {'1', 'I'}, {'2', 'Z'}, {'5', 'S'}, {'8', 'B'}}};
    const auto* const found = std::find_if(kLetters.begin(), kLetters.end(), [digit](const auto& pair) { return pair.first == digit; });
    return found == kLetters.end() ? digit : found->second;
}

std::string repairedGroup(const std::string& group) {
    std::string plain;
    for (const auto& character : charactersOf(group)) {
        plain += withoutMarks(character);
    }
    if (plain.size() > 1 && digitLike(plain[0]) && !digitLike(plain[0])->isRepaired && !digitLike(plain[1])) {
        plain.front() = letterLike(plain.front());
    }
    return asKnownGroup(plain);
}

std::string repairedNotation(std::string_view notation) {
    std::string repaired;
    std::string group;
    for (const char c : notation) {
        if (kGroupSeparators.find(c) != std::string_view::npos) {
            repaired += repairedGroup(group) + c;
            group.clear();
        } else if (c != ' ') {
            group += c;
        }
    }
    return repaired + repairedGroup(group);
}

/// The number at the front with letters of the same shape as digits; what was taken is removed from `rest`. Empty when there is none.
std::string takeNumberLike(std::string_view& rest) {
    std::string number;
    std::size_t length = 0;
    bool hasDigit = false;
    while (length < rest.size()) {
        const auto digit = digitLike(rest[length]);
        if (!digit && rest[length] != ' ') {
            break;
        }
        if (digit) {
            number += digit->digit;
            hasDigit = hasDigit || !digit->isRepaired;
        }
        ++length;
    }
    const bool goesOn = length < rest.size() && (rest[length] == '/' || rest[length] == '-');
    if (!goesOn || !hasDigit) {
        return {};
    }
    rest.remove_prefix(length);
    return number;
}

bool isAsWritten(const DocumentSymbol& symbol) {
    return !symbol.number.empty() && repairedNotation(symbol.notation) == symbol.notation;
}

}  // namespace

std::optional<RecognisedSymbol> parseRecognisedSymbol(std::string_view text) {
    const auto plain = withoutDust(withPlainSigns(text));
    auto strict = parseDocumentSymbol(plain);
    if (strict && isAsWritten(*strict)) {
        return RecognisedSymbol{std::move(*strict), false};
    }
    std::string_view rest = plain;
    const auto number = takeNumberLike(rest);
    if (number.empty()) {
        return std::nullopt;
    }
    auto repaired = parseDocumentSymbol(number + rest.front() + repairedNotation(rest.substr(1)));
    return repaired ? std::optional{RecognisedSymbol{std::move(*repaired), true}} : std::nullopt;
}

bool isRecognisedNumberLabel(std::string_view folded) {
    while (!folded.empty() && std::string_view{":.;,'"}.find(folded.back()) != std::string_view::npos) {
        folded.remove_suffix(1);
    }
    static constexpr std::array<std::string_view, 3> kLabels{"so", "s6", "s0"};
    return std::find(kLabels.begin(), kLabels.end(), folded) != kLabels.end();
}

}  // namespace congvu::incoming
