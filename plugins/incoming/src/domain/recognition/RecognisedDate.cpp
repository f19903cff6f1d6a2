// SPDX-License-Identifier: Apache-2.0
#include "domain/recognition/RecognisedDate.h"

#include "domain/recognition/LookAlikes.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <string>
#include <string_view>

namespace congvu::incoming {

namespace {

constexpr std::string_view kDayWord = "ngay";
constexpr std::string_view kMonthWord = "thang";
constexpr std::string_view kYearWord = "nam";
constexpr int kEarliestRecognisedYear = 1945;
constexpr int kLatestRecognisedYear = 2199;

/// The letters and digits of a line without blanks and punctuation, and which word each belongs to.
struct FlatLine {
    std::string characters;
    std::vector<std::size_t> words;

    explicit FlatLine(const std::vector<Token>& tokens) {
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            for (const char c : tokens[i].folded) {
                if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                    characters += c;
                    words.push_back(i);
                }
            }
        }
    }
    [[nodiscard]] std::string_view at(std::size_t from, std::size_t length) const {
        return std::string_view{characters}.substr(std::min(from, characters.size()), length);
    }
};

/// A number of a date with the position behind it.
struct DatePart {
    int value = 0;
    std::size_t end = 0;
    bool isRepaired = false;
};

/// Exactly `length` digits from `from` on.
std::optional<DatePart> digitsAt(const FlatLine& line, std::size_t from, std::size_t length) {
    const auto text = line.at(from, length);
    if (text.size() != length) {
        return std::nullopt;
    }
    DatePart part{0, from + length, false};
    std::string plain;
    for (const char c : text) {
        const auto digit = digitLike(c);
        if (!digit) {
            return std::nullopt;
        }
        plain += digit->digit;
        part.isRepaired = part.isRepaired || digit->isRepaired;
    }
    std::from_chars(plain.data(), plain.data() + plain.size(), part.value);
    return part;
}

/// One or two digits and then the word; the position behind the word is the part's end.
std::optional<DatePart> numberBefore(const FlatLine& line, std::size_t from, std::string_view word) {
    for (const std::size_t length : {std::size_t{2}, std::size_t{1}}) {
        auto part = digitsAt(line, from, length);
        if (part && isNearly(line.at(part->end, word.size()), word)) {
            part->end += word.size();
            return part;
        }
    }
    return std::nullopt;
}

std::optional<RecognisedDate> dateFrom(const FlatLine& line, std::size_t start) {
    const auto day = numberBefore(line, start + kDayWord.size(), kMonthWord);
    const auto month = day ? numberBefore(line, day->end, kYearWord) : std::nullopt;
    const auto year = month ? digitsAt(line, month->end, 4) : std::nullopt;
    if (!year || year->value < kEarliestRecognisedYear || year->value > kLatestRecognisedYear) {
        return std::nullopt;
    }
    const std::chrono::year_month_day real{std::chrono::year{year->value}, std::chrono::month{static_cast<unsigned>(month->value)},
                                           std::chrono::day{static_cast<unsigned>(day->value)}};
    if (!real.ok()) {
        return std::nullopt;
    }
    return RecognisedDate{Date{real}, line.words[start], line.words[year->end - 1],
                          day->isRepaired || month->isRepaired || year->isRepaired};
}

}  // namespace

std::optional<RecognisedDate> recognisedDateIn(const std::vector<Token>& tokens) {
    const FlatLine line{tokens};
    for (std::size_t i = 0; i + kDayWord.size() < line.characters.size(); ++i) {
        const auto found = isNearly(line.at(i, kDayWord.size()), kDayWord) ? dateFrom(line, i) : std::nullopt;
        if (found) {
            return found;
        }
    }
    return std::nullopt;
}

}  // namespace congvu::incoming
